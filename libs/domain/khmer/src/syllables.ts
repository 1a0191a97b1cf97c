const SYLLABLE = /[\u1780-\u17B3](?:\u17CC|\u17D2[\u1780-\u17B3]|[\u17B6-\u17D1\u17DD]|[\u200C\u200D])*|[\s\S]/gu;

/** Cuts a text into orthographic syllables: the only places where Khmer may be cut, marked or counted. */
export function syllables(text: string): string[] {
  return text.match(SYLLABLE) ?? [];
}

/** The letters of an avatar: the first syllable of a name, so that no mark is torn off its base. */
export function initialOf(name: string): string {
  return syllables(name.trim())[0] ?? '';
}
