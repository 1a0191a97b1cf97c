import { inject, Injectable, signal } from '@angular/core';
import type { SignInStaffRequest, StaffSession as Staff } from '@sala/contract/dto';
import { Api, type Trouble } from '@sala/web/data-api';

/** Which member of staff is signed in, by the server's cookie. */
@Injectable({ providedIn: 'root' })
export class StaffSession {
  private readonly api = inject(Api);
  private readonly known = signal<Staff | undefined>(undefined);
  private asked?: Promise<void>;
  /** Who is signed in. */
  readonly staff = this.known.asReadonly();

  /** Asks the server once who is signed in. */
  start(): Promise<void> {
    this.asked ??= this.ask();
    return this.asked;
  }

  /** Signs in; the trouble, when there is one, is the same for all three parts. */
  async signIn(request: SignInStaffRequest): Promise<Trouble | undefined> {
    const signedIn = await this.api.call('signInStaff', { body: request });
    if (!signedIn.ok) return signedIn.trouble;
    await this.ask();
    return undefined;
  }

  /** Signs out here and on the server. */
  async signOut(): Promise<void> {
    await this.api.call('signOut', {});
    this.known.set(undefined);
  }

  private async ask(): Promise<void> {
    const session = await this.api.call('session', {});
    this.known.set(session.ok ? session.value.staff : undefined);
  }
}
