import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What a line does to those who use it. */
export type Fault =
  | { kind: 'none' }
  /** Accepts connections and requests, and never answers. */
  | { kind: 'hang' }
  /** Hangs up after so many bytes of an answer. */
  | { kind: 'cut'; after: number; paths?: RegExp }
  /** Answers every request, or those to some addresses, with a sign-in page and 200, as hotels and cafés do. */
  | { kind: 'lie'; paths?: RegExp };

/** A line to a server on which anything may go wrong. */
export interface Proxy {
  readonly origin: string;
  /** Requests that met the present fault. */
  readonly met: number;
  /** Everything that is under way ends, and from now on the line does this. */
  become(fault: Fault): void;
  close(): Promise<void>;
}

const PAGE = '<!doctype html><title>Free Wi-Fi</title><p>Please sign in.</p>';
const LIE = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${PAGE.length}\r\n\r\n${PAGE}`;

/** The address that a piece of what a browser sent asks for; undefined when it goes on with a request. A browser sends one at a time on a connection. */
const addressIn = (bytes: Buffer): string | undefined => /^[A-Z]+ (\S+) HTTP/.exec(bytes.toString('latin1', 0, 2_000))?.[1];

/** The line, byte by byte, so that a cut may fall anywhere. */
class Line {
  readonly sockets = new Set<Socket>();
  fault: Fault = { kind: 'none' };
  met = 0;
  private readonly target: URL;

  constructor(target: string) {
    this.target = new URL(target);
  }

  /** Takes somebody's connection. */
  take(client: Socket): void {
    this.know(client);
    const passage = { left: Infinity, onward: undefined as Socket | undefined };
    client.on('data', (bytes: Buffer) => {
      const address = addressIn(bytes);
      if (address !== undefined) passage.left = Infinity;
      const { fault } = this;
      const meets = fault.kind !== 'none' && (!('paths' in fault) || !fault.paths || fault.paths.test(address ?? ''));
      if (meets && address !== undefined) this.met++;
      if (meets && fault.kind === 'hang') return;
      if (meets && fault.kind === 'lie') return void client.write(LIE);
      if (meets && fault.kind === 'cut' && address !== undefined) passage.left = fault.after;
      passage.onward ??= this.open(client, passage);
      passage.onward.write(bytes);
    });
    client.on('close', () => passage.onward?.destroy());
  }

  /** Hangs up on everybody. */
  drop(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  private open(client: Socket, passage: { left: number }): Socket {
    const onward = this.know(connect(Number(this.target.port), this.target.hostname));
    onward.on('data', (bytes: Buffer) => {
      client.write(bytes.subarray(0, passage.left));
      passage.left -= bytes.length;
      if (passage.left <= 0) client.end(() => client.destroy());
    });
    return onward.on('close', () => client.destroy());
  }

  private know(socket: Socket): Socket {
    this.sockets.add(socket);
    // Who hangs up while somebody else still writes is no fault of this program.
    return socket.on('error', () => socket.destroy()).on('close', () => this.sockets.delete(socket));
  }
}

/** Opens a line to a server. */
export async function openProxy(target: string): Promise<Proxy> {
  const line = new Line(target);
  const server = createServer((client) => line.take(client));
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    get met() {
      return line.met;
    },
    become: (fault) => {
      line.fault = fault;
      line.met = 0;
      line.drop();
    },
    close: async () => {
      line.drop();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
