import { createServer } from 'node:net';
import { Trouble } from '../say.ts';

/** Sees whether the address is free, before any slow work is done for nothing. */
export async function checkPort(host: string, port: string): Promise<void> {
  const number = Number(port);
  if (!Number.isInteger(number) || number < 1 || number > 65_535) {
    throw new Trouble(`PORT=${port} មិនមែនជាលេខច្រកទេ។`, `PORT=${port} is not a port number (1 to 65535).`);
  }
  const code = await tryListen(host, number);
  if (code === undefined) return;
  if (code === 'EADDRINUSE') {
    throw new Trouble(
      `ច្រក ${port} មានកម្មវិធីផ្សេងកំពុងប្រើ។ សូមបិទកម្មវិធីនោះ ឬជ្រើសច្រកផ្សេង៖ PORT=${number + 1} npm start`,
      `Port ${port} on ${host} is used by another program. Close that program, or choose another port: PORT=${number + 1} npm start`,
    );
  }
  throw new Trouble(
    `មិនអាចបើក ${host}:${port} បានទេ (${code})។ សូមជ្រើស HOST ឬ PORT ផ្សេង។`,
    `Can't open ${host}:${port} (${code}). Choose another HOST or PORT; ports below 1024 need special rights.`,
  );
}

function tryListen(host: string, port: number): Promise<string | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}
