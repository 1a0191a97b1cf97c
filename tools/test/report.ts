import { demoSignIns } from './demo.ts';
import type { Server } from './server.ts';

/** Signs an administrator in and gives what reads the country's report, as the studio does: for how many people a task at work was signed off. */
export async function signedOffInCountry({ origin, databaseUrl }: Server): Promise<() => Promise<number | undefined>> {
  const account = demoSignIns(databaseUrl).staff.find(({ email }) => email.startsWith('administrator'));
  const signedIn = await fetch(`${origin}/api/identity/staff`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify(account),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return async () => {
    const reply = await fetch(`${origin}/api/reports/places/KH`, { headers: { cookie } });
    return ((await reply.json()) as { tally?: { signedOff: number } }).tally?.signedOff;
  };
}
