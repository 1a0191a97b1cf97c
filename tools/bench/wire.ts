import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A TCP proxy that keeps every byte of both directions, to count what a page really costs on the line. */
export interface Wire {
  readonly origin: string;
  /** What was sent and received since the last call. */
  take(): { sent: Buffer; received: Buffer };
  close(): Promise<void>;
}

/** Opens a wire to a server. */
export async function openWire(target: string): Promise<Wire> {
  const { hostname, port } = new URL(target);
  let sent: Buffer[] = [];
  let received: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
    client.on('data', (bytes: Buffer) => sent.push(bytes));
    upstream.on('data', (bytes: Buffer) => received.push(bytes));
    client.pipe(upstream).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    take: () => {
      const taken = { sent: Buffer.concat(sent), received: Buffer.concat(received) };
      sent = [];
      received = [];
      return taken;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** How many requests stand in the bytes that a browser sent. */
export function requestsIn(sent: Buffer): string[] {
  return [...sent.toString('latin1').matchAll(/(?:^|\r\n|[^\r\n])((?:GET|POST|PUT|DELETE) \/\S*) HTTP\/1\.1\r\n/g)].map(
    (match) => match[1] ?? '',
  );
}

/** The bytes of messages without their headers. */
export function bodyBytes(messages: Buffer): number {
  const text = messages.toString('latin1');
  const heads = [...text.matchAll(/(?:(?:GET|POST|PUT|DELETE) \/\S* HTTP\/1\.1|HTTP\/1\.1 \d{3}[^\r\n]*)\r\n(?:[^\r\n]+\r\n)*\r\n/g)];
  return text.length - heads.reduce((total, head) => total + head[0].length, 0);
}
