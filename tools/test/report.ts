import { demoSignIns } from './demo.ts';
import type { Server } from './server.ts';

/** Signs a demo member of staff in and gives what calls the API with that session, as the studio does. */
export async function asStaff({ origin, databaseUrl }: Server, role: string): Promise<(path: string, method?: string) => Promise<unknown>> {
  const account = demoSignIns(databaseUrl).staff.find(({ email }) => email.startsWith(role));
  const signedIn = await fetch(`${origin}/api/identity/staff`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify(account),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return async (path, method = 'GET') => (await fetch(`${origin}/api/${path}`, { method, headers: { cookie, origin } })).json();
}

/** Gives what reads the country's report as an administrator: for how many people a task at work was signed off. */
export async function signedOffInCountry(server: Server): Promise<() => Promise<number | undefined>> {
  const ask = await asStaff(server, 'administrator');
  return async () => ((await ask('reports/places/KH')) as { tally?: { signedOff: number } }).tally?.signedOff;
}
