import { Env, Prepared, type Caller } from '@sala/api/platform';
import type { DataPriceReply } from '@sala/contract/dto';
import { Injectable } from '@nestjs/common';

/** The price of mobile data: what an officer set last, else what the operator's surroundings say. */
@Injectable()
export class DataPrice {
  constructor(
    private readonly prepared: Prepared,
    private readonly env: Env,
  ) {}

  /** The price that phones are told, and whether an officer set it. */
  async read(): Promise<DataPriceReply> {
    const [row] = await this.prepared.query<{ riel: number }>('data price', 'select riel_per_gigabyte as riel from data_price', []);
    return { rielPerGigabyte: this.orDefault(row?.riel ?? null), isDefault: row === undefined };
  }

  /** Sets the price; phones hear of it at their next sync. */
  async set(rielPerGigabyte: number, caller: Caller): Promise<DataPriceReply> {
    await this.prepared.query(
      'set data price',
      `insert into data_price (riel_per_gigabyte, set_by) values ($1, $2)
       on conflict (one_row) do update set riel_per_gigabyte = excluded.riel_per_gigabyte, set_by = excluded.set_by, set_at = now()`,
      [rielPerGigabyte, caller.staff?.persons[0].id ?? null],
    );
    return this.read();
  }

  /** A price from the table, or the default when none was set. */
  orDefault(riel: number | null): number {
    return riel ?? this.env.SALA_RIEL_PER_GB;
  }
}
