import { desc, eq, sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { seedCourts } from '@/lib/data/court/courts';
import { db } from '@/lib/data/db/db';
import { registerDays } from '@/lib/data/db/schema/register';
import { appendRegisterEntry } from '@/lib/data/register/register';
import { listRegisterDays, readRegister } from '@/lib/data/register/register-reading';
import type { UserActor } from '@/lib/domain/access/access';
import { RegisterWalk } from '@/lib/domain/register/register-walk';
import { newFiler } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';

const at = new Date('2026-11-23T15:00:00Z');

async function all() {
  const entries = [];
  for await (const entry of readRegister()) entries.push(entry);
  return entries;
}

eachDatabase('the register', () => {
  let filer: UserActor;

  beforeAll(async () => {
    await seedCourts();
    filer = await newFiler(at);
  });

  async function enterOne(recordedAt = at): Promise<void> {
    const filing = await storeFiling(filer, { receivedAt: recordedAt });
    const entry = { kind: 'redated', fileNumber: null, recordedAt } as const;
    await db().transaction((tx) => appendRegisterEntry(tx, filing, entry));
  }

  it('is one gapless chain of what is entered side by side', async () => {
    await Promise.all(Array.from({ length: 20 }, () => enterOne()));
    const walk = new RegisterWalk();
    for (const entry of await all()) expect(walk.step(entry)).toBeUndefined();
    expect(walk.count).toBe(20);
  });

  it('has no gap where a transaction came to nothing', async () => {
    const before = (await all()).length;
    const filing = await storeFiling(filer, { receivedAt: at });
    const failing = db().transaction(async (tx) => {
      await appendRegisterEntry(tx, filing, { kind: 'void', fileNumber: null, recordedAt: at });
      throw new Error('after all not');
    });
    await expect(failing).rejects.toThrow('after all not');
    await enterOne();
    expect((await all()).map(({ entry }) => entry)).toEqual(
      Array.from({ length: before + 1 }, (_, i) => i + 1),
    );
  });

  /** Nobody may do this, not even the service itself. */
  const refused = (statement: string, table: string) =>
    expect(db().execute(sql.raw(statement)), statement).rejects.toMatchObject({
      cause: expect.objectContaining({ message: `rows of ${table} are only ever added` }),
    });

  it('lets nobody change, delete or empty it', async () => {
    await refused(`update register set court_id = 'perth'`, 'register');
    await refused('delete from register where entry = 1', 'register');
    await refused('truncate register', 'register');
  });

  it('tells the days on which something was recorded in Toronto, the newest first, with the root of each', async () => {
    await enterOne(new Date('2026-11-25T04:59:00Z'));
    await enterOne(new Date('2026-11-25T05:01:00Z'));
    const entries = await all();
    const days = await listRegisterDays();
    expect(days.map(({ day }) => day)).toEqual(['2026-11-25', '2026-11-24', '2026-11-23']);
    expect(days.map(({ root }) => root)).toEqual([
      entries.at(-1)?.hash,
      entries.at(-2)?.hash,
      entries.at(-3)?.hash,
    ]);
    expect(days.at(-1)).toMatchObject({ first: 1, last: entries.length - 2 });
    expect(await listRegisterDays('2026-11-24')).toEqual(days.slice(2));
  });

  it('records what was overtaken on its way at the instant of the entry before, so that days follow each other', async () => {
    const midnight = new Date('2026-11-26T05:00:00Z');
    await enterOne(midnight);
    await enterOne(new Date(midnight.getTime() - 1));
    const entries = (await all()).slice(-2);
    expect(entries.map(({ recordedAt }) => recordedAt)).toEqual([midnight, midnight]);
    expect(entries.map(({ recordedOn }) => recordedOn)).toEqual(['2026-11-26', '2026-11-26']);
  });

  it('keeps the root of a day with the first entry of a later one, once and for ever', async () => {
    const ended = (await listRegisterDays()).filter(({ day }) => day < '2026-11-26');
    expect(await db().select().from(registerDays).orderBy(desc(registerDays.day))).toEqual(
      ended.map(({ day, last, root }) => ({ day, entry: last, root })),
    );
    await refused(`update register_days set root = ''`, 'register_days');
    await refused('delete from register_days', 'register_days');
    await refused('truncate register_days', 'register_days');
  });

  it('publishes the root that was kept, whatever the entries say later', async () => {
    await db().execute(sql`alter table register disable trigger user`);
    await db().execute(sql`update register set hash = 'another' where recorded_on = '2026-11-24'`);
    const [kept] = await db().select().from(registerDays).where(eq(registerDays.day, '2026-11-24'));
    const [day] = await listRegisterDays('2026-11-25');
    expect(day).toMatchObject({ day: '2026-11-24', root: kept?.root });
  });
});
