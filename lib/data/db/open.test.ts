import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectionOptions, writable } from '@/lib/data/db/connection';
import { type Db, readingDb, setDatabase } from '@/lib/data/db/db';
import { openPostgres } from '@/lib/data/db/open';
import { emptyDatabase } from '@/lib/testing/db/databases';
import { hasPgBouncer, startPgBouncer } from '@/lib/testing/db/pgbouncer';
import { serverPrograms, standbyOf, startPostgres, type TestPostgres } from '@/lib/testing/db/postgres';

const server = process.env.TEST_DATABASE_URL;
const programs = serverPrograms();
if (server && !hasPgBouncer())
  process.stderr.write('\n*** NOT TESTED behind PgBouncer: it is not installed. ***\n\n');

const ask = async (db: Db, what: string) => {
  const rows = await db.execute<{ found: unknown }>(sql.raw(`select ${what} as found`));
  return [...(rows as unknown as Iterable<{ found: unknown }>)][0]?.found;
};

describe.skipIf(!server || !hasPgBouncer())('PostgreSQL behind PgBouncer in transaction mode', () => {
  it('is migrated by several processes at once, ends long statements, and keeps transactions whole', async () => {
    const bouncer = await startPgBouncer(await emptyDatabase('default'));
    const opened = await Promise.all([1, 2, 3].map(() => openPostgres(bouncer.url)));
    const db = opened[0]?.db as Db;
    expect(await ask(db, '(select count(*)::int from drafts)')).toBe(0);
    const many = Array.from({ length: 40 }, (_, n) =>
      db.transaction(async (tx) => {
        await tx.execute(sql`select pg_advisory_xact_lock(7)`);
        return ask(tx, String(n));
      }),
    );
    expect(await Promise.all(many)).toEqual(Array.from({ length: 40 }, (_, n) => n));
    await Promise.all(opened.map(({ close }) => close()));
    bouncer.stop();

    const next = await startPgBouncer(bouncer.server);
    const again = await openPostgres(next.url);
    expect(await ask(again.db, "current_setting('statement_timeout')")).toBe('8s');
    expect(await ask(again.db, "current_setting('idle_in_transaction_session_timeout')")).toBe('8s');
    await again.close();
    next.stop();
  });

  it('is the same without it: the connection itself says how long a statement may take', async () => {
    const direct = await openPostgres(await emptyDatabase('default'));
    expect(await ask(direct.db, "current_setting('statement_timeout')")).toBe('8s');
    await direct.close();
  });
});

describe.skipIf(!programs)('several servers of PostgreSQL', () => {
  let primary: TestPostgres;
  let standby: TestPostgres;

  beforeAll(async () => {
    primary = await startPostgres(programs ?? '');
    standby = await startPostgres(programs ?? '', 'off', standbyOf(primary.url));
  }, 120_000);
  afterAll(() => standby.stop());

  /** Both, the standby first. */
  const both = () => `postgres://court@${new URL(standby.url).host},${new URL(primary.url).host}/postgres`;
  const isStandby = (db: Db) => ask(db, 'pg_is_in_recovery()');

  it('serve public reading from the replica while it answers, then from the primary; writes go where they are taken', async () => {
    const opened = await openPostgres(both(), undefined, standby.url);
    setDatabase(opened);
    expect(await isStandby(opened.db)).toBe(false);
    await expect.poll(async () => isStandby(await readingDb()), { timeout: 60_000 }).toBe(true);
    await standby.halt();
    await expect
      .poll(async () => isStandby(await readingDb()).catch(() => 'lost'), { timeout: 60_000 })
      .toBe(false);
    await standby.resume();
    await expect.poll(async () => isStandby(await readingDb()), { timeout: 60_000 }).toBe(true);
    await opened.close();
  }, 200_000);

  it('go on with the standby that was promoted when the primary is gone', async () => {
    const url = both();
    const client = postgres(url, { ...connectionOptions(), ...writable(url) });
    const write = () =>
      client`create table if not exists promoted (n int)`.then(
        () => true,
        () => false,
      );
    expect(await write()).toBe(true);
    await wait(500);
    await primary.stop();
    await standby.promote();
    await expect.poll(write, { timeout: 60_000, interval: 500 }).toBe(true);
    await client.end({ timeout: 1 });
  }, 200_000);
});
