import { inject, Injectable, signal } from '@angular/core';
import type { SignInStaffRequest, StaffSession as Staff } from '@sala/contract/dto';
import { Api, type Trouble } from '@sala/web/data-api';

const STAFF = 'sala.staff';
const LEAVING = 'sala.staff-leaves';
/** Whoever is known here does not wait longer for a slow line than this. */
const PATIENCE_MS = 4_000;

/**
 * Which member of staff is signed in, by the server's cookie. While there is no line it is who was signed in here last and has not signed out: the name
 * under which their drafts lie on this computer. It opens nothing else, as everything else is asked of the server.
 */
@Injectable({ providedIn: 'root' })
export class StaffSession {
  private readonly api = inject(Api);
  private readonly known = signal<Staff | undefined>(undefined);
  private readonly reached = signal(true);
  private asked?: Promise<void>;
  /** Somebody works here already whom the server has not confirmed: a late answer changes nobody's name under what they write. */
  private isAtWork = false;
  /** Who is signed in. */
  readonly staff = this.known.asReadonly();
  /** Whether the server was reached when it was last asked who is signed in. */
  readonly isReached = this.reached.asReadonly();

  /** Asks the server once who is signed in. */
  start(): Promise<void> {
    this.asked ??= this.askOrRecall();
    return this.asked;
  }

  /** Asks again, where the server was not reached. */
  async again(): Promise<void> {
    if (!this.reached()) await this.ask();
  }

  /** Signs in; the trouble, when there is one, is the same for all three parts. */
  async signIn(request: SignInStaffRequest): Promise<Trouble | undefined> {
    const signedIn = await this.api.call('signInStaff', { body: request });
    if (!signedIn.ok) return signedIn.trouble;
    keep(LEAVING, undefined);
    this.remember(signedIn.value);
    this.known.set(signedIn.value);
    return undefined;
  }

  /** Signs out here at once, and on the server as soon as it is reached. */
  async signOut(): Promise<void> {
    keep(LEAVING, 'yes');
    this.remember(undefined);
    this.known.set(undefined);
    const left = await this.api.call('signOut', {});
    if (left.ok || left.trouble.code === 'not-signed-in') keep(LEAVING, undefined);
  }

  private async askOrRecall(): Promise<void> {
    const last = recall();
    const asking = this.ask();
    if (!last) return asking;
    const slow = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS));
    await Promise.race([asking, slow.then(() => this.goOnAs(last))]);
  }

  private async ask(): Promise<void> {
    const session = await this.api.call('session', {});
    this.reached.set(session.ok);
    if (!session.ok) return this.show(recall());
    // Who left without a line has left.
    if (session.value.staff && read(LEAVING)) return this.signOut();
    keep(LEAVING, undefined);
    this.remember(session.value.staff);
    this.show(session.value.staff);
  }

  private goOnAs(last: Staff): void {
    if (this.known()) return;
    this.known.set(last);
    this.isAtWork = true;
  }

  private remember(staff: Staff | undefined): void {
    keep(STAFF, staff && JSON.stringify(staff));
    this.reached.set(true);
  }

  private show(staff: Staff | undefined): void {
    if (!this.isAtWork) this.known.set(staff);
  }
}

function recall(): Staff | undefined {
  const kept = read(STAFF);
  try {
    return kept && !read(LEAVING) ? (JSON.parse(kept) as Staff) : undefined;
  } catch {
    return undefined;
  }
}

// A browser may forbid the store altogether; then the studio needs a line to open.
function read(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

function keep(name: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    return;
  }
}
