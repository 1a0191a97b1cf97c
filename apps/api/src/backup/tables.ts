import type { Client } from 'pg';

// Neither belongs to the data: which migrations ran is the program's, and each restore begins an epoch of its own.
const NOT_DATA = ['migration', 'server_epoch'];

/** Every table of data, those that others refer to first. */
export async function tablesInOrder(client: Client): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and not tablename = any($1) order by tablename`,
    [NOT_DATA],
  );
  const { rows: references } = await client.query<{ from: string; to: string }>(`
    select c.relname as from, t.relname as to from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class t on t.oid = f.confrelid
    where f.contype = 'f' and c.oid <> t.oid`);
  const ordered: string[] = [];
  const visit = (name: string): void => {
    if (ordered.includes(name)) return;
    for (const { to } of references.filter((one) => one.from === name)) visit(to);
    ordered.push(name);
  };
  for (const { name } of tables) visit(name);
  return ordered;
}

/** The rows of a table. */
export async function countOf(client: Client, table: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(`select count(*)::float8 as count from "${table}"`);
  return rows[0]?.count ?? 0;
}

/** The newest migration of the database. */
export async function newestMigration(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select name from migration order by id desc limit 1');
  return rows[0]?.name ?? '';
}
