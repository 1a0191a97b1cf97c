import { dataFolder } from '../paths.ts';
import { startCluster, type Cluster } from '../postgres/cluster.ts';
import { say, tell } from '../say.ts';
import { noteDatabase } from './lock.ts';
import { Patience } from './supervisor.ts';

/** The database of `npm start`: the one of DATABASE_URL, or the embedded PostgreSQL, started again whenever it dies. */
export class Database {
  /** Where the API finds it. */
  url = '';
  private cluster: Cluster | undefined;
  private starting: Promise<void> | undefined;
  private stopping = false;
  private readonly patience = new Patience();

  /** Brings the database up. */
  async start(): Promise<void> {
    const given = process.env['DATABASE_URL'];
    if (given) this.url = given;
    else await (this.starting = this.launch());
  }

  /** Calls back when the database had to be started again at another address. */
  watch(onMove: () => void): void {
    this.cluster?.process.on('exit', () => {
      if (!this.stopping) void this.restart(onMove);
    });
  }

  /** Stops the embedded database cleanly; one that we didn't start stays. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.starting?.catch(() => undefined);
    await this.cluster?.stop();
  }

  private async launch(): Promise<void> {
    const port = this.cluster?.port;
    this.cluster = await startCluster({ folder: dataFolder, durable: true, ...(port && { port }) });
    this.url = this.cluster.url('sala');
    noteDatabase(this.cluster.port);
  }

  private async restart(onMove: () => void): Promise<void> {
    say('PostgreSQL បានឈប់ កំពុងចាប់ផ្ដើមឡើងវិញ។ PostgreSQL stopped; starting it again.');
    const before = this.url;
    while (!this.stopping) {
      await this.patience.wait();
      try {
        await (this.starting = this.launch());
        break;
      } catch (trouble) {
        tell(trouble);
      }
    }
    this.watch(onMove);
    if (this.url !== before) onMove();
  }
}
