// A browser may forbid the store altogether; then a note lasts as long as the page.

/** A small thing that this phone remembers beside its log. */
export function noteOf(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Remembers a small thing. */
export function keepNote(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    return;
  }
}
