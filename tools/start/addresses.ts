import { networkInterfaces } from 'node:os';

const everywhere = ['0.0.0.0', '::'];

/** The origins at which a server that listens on `host` can be reached, the one for this machine first. */
export function originsOf(host: string, port: string): string[] {
  const hosts = everywhere.includes(host) ? ['localhost', ...networkAddresses()] : [host];
  return hosts.map((name) => `http://${name.includes(':') ? `[${name}]` : name}:${port}`);
}

function networkAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address);
}
