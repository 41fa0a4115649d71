import { setTimeout as wait } from 'node:timers/promises';
import postgres, { type Sql } from 'postgres';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectionOptions } from '@/lib/data/db/connection';
import { emptyDatabase } from '@/lib/testing/db/databases';
import { Relay } from '@/lib/testing/db/relay';

/**
 * What patches/postgres+*.patch mends in the driver: after a connection is lost, whatever it was doing, the
 * next work on the pool is done, and nothing of the lost transaction is.
 */
const server = process.env.TEST_DATABASE_URL;

describe.skipIf(!server)('a pool of one connection', () => {
  let relay: Relay;
  let sql: Sql;
  let observer: Sql;
  const thrown: unknown[] = [];
  const note = (error: unknown) => thrown.push(error);

  beforeEach(async () => {
    const url = await emptyDatabase();
    relay = new Relay(new URL(url));
    observer = postgres(url, { max: 1 });
    await observer`create table kept (value text)`;
    sql = postgres(await relay.listen(), { ...connectionOptions(2_000), max: 1 });
    thrown.length = 0;
    process.on('uncaughtException', note);
  });

  afterEach(async () => {
    process.off('uncaughtException', note);
    await sql.end({ timeout: 1 });
    await observer.end();
    relay.close();
  });

  const endBackends = () =>
    observer`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;

  const losses: Record<string, () => unknown> = {
    'the server ends it': endBackends,
    'the network resets it': () => relay.reset(),
    'the network ends it': () => relay.end(),
    'it goes silent': () => relay.freeze(),
  };

  async function isUsable(): Promise<void> {
    for (const value of ['1', '2', '3']) {
      await sql.begin(async (tx) => {
        await tx`insert into kept values (${value})`;
      });
    }
    expect(await sql`select value from kept order by value`).toEqual([
      { value: '1' },
      { value: '2' },
      { value: '3' },
    ]);
    expect(thrown).toEqual([]);
  }

  const patience = { timeout: 60_000 };

  for (const [loss, lose] of Object.entries(losses)) {
    it(`goes on when ${loss} in a statement of a transaction`, patience, async () => {
      const lost = sql.begin(async (tx) => {
        await tx`insert into kept values ('lost')`;
        await tx`select pg_sleep(3)`;
      });
      lost.catch(() => undefined);
      await wait(300);
      await lose();
      await expect(lost).rejects.toThrow();
      await isUsable();
    });

    it(`goes on when ${loss} between the statements of a transaction`, patience, async () => {
      let goOn = () => {};
      const hasLost = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      const others: Promise<unknown>[] = [];
      const lost = sql.begin(async (tx) => {
        await tx`insert into kept values ('lost')`;
        await hasLost;
        await tx`insert into kept values ('after the loss')`;
      });
      lost.catch(() => undefined);
      await wait(300);
      others.push(sql`select 1`);
      await lose();
      await wait(100);
      goOn();
      await expect(lost).rejects.toThrow();
      await Promise.allSettled(others);
      await isUsable();
    });

    it(`goes on when ${loss} with a statement under way and others behind it`, patience, async () => {
      const under = [sql`select pg_sleep(3)`, ...[1, 2, 3].map((value) => sql`select ${value}::int`)];
      const ended = Promise.allSettled(under);
      await wait(300);
      await lose();
      await ended;
      await isUsable();
    });
  }
});
