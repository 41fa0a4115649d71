import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { MustWait } from '@/lib/data/access/errors';
import { type Database, database, db, setDatabase } from '@/lib/data/db/db';
import { rateLimits } from '@/lib/data/db/schema/sign-in';
import { clientIp, ipGroups, parseProxies } from '@/lib/domain/sign-in/ip';
import { stoppedClock } from '@/lib/testing/db/clock';
import { onDatabase } from '@/lib/testing/db/databases';
import { keepLimit, secondsToWait, withinLimit } from '@/lib/web/action/limit';

async function using<T>(other: Database, run: () => Promise<T>): Promise<T> {
  const own = database();
  setDatabase(other);
  return run().finally(() => setDatabase(own));
}

/** Another server on the same database: they share nothing but the rows. */
const otherServer = (): Database => ({ ...database(), db: Object.create(database().db) });
/** A server whose database answers nothing. */
const noDatabase = (): Database => ({ ...database(), db: Object.create(null) });

onDatabase('a limit', () => {
  const pass = stoppedClock(new Date('2026-11-24T15:00:00Z'));

  it('lets through so many and says when the next may come, to that one alone', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    for (let n = 0; n < 10; n += 1) expect(await secondsToWait('recover-one', one)).toBe(0);
    expect(await secondsToWait('recover-one', one)).toBe(3600);
    await expect(keepLimit('recover-one', one)).rejects.toThrow(new MustWait(3600));
    expect(await withinLimit('recover-one', other)).toBe(true);
    expect(await withinLimit('recover', one)).toBe(true);
    pass(3601);
    expect(await withinLimit('recover-one', one)).toBe(true);
  });

  it('is one for all servers on the database, and names nobody there', async () => {
    const key = `zoe-${randomUUID()}@example.org`;
    for (let n = 0; n < 5; n += 1) {
      expect(await withinLimit('recover-one', key)).toBe(true);
      expect(await using(otherServer(), () => withinLimit('recover-one', key))).toBe(true);
    }
    expect(await using(otherServer(), () => withinLimit('recover-one', key))).toBe(false);
    expect(await withinLimit('recover-one', key)).toBe(false);
    expect(JSON.stringify(await db().select().from(rateLimits))).not.toContain('zoe');
  });

  it('writes nothing more for who is over it', async () => {
    const key = randomUUID();
    for (let n = 0; n < 11; n += 1) await withinLimit('recover-one', key);
    const rows = await db().select().from(rateLimits).orderBy(rateLimits.key);
    for (let n = 0; n < 20; n += 1) expect(await withinLimit('recover-one', key)).toBe(false);
    expect(await db().select().from(rateLimits).orderBy(rateLimits.key)).toEqual(rows);
  });

  it('is counted by each server where the database cannot, and stops nobody who is within it', async () => {
    const key = randomUUID();
    await using(noDatabase(), async () => {
      for (let n = 0; n < 10; n += 1) expect(await withinLimit('recover-one', key)).toBe(true);
      expect(await withinLimit('recover-one', key)).toBe(false);
    });
  });

  it('of what is cheap costs no write', async () => {
    const before = await db().$count(rateLimits);
    const key = randomUUID();
    for (let n = 0; n < 600; n += 1) expect(await withinLimit('write', key)).toBe(true);
    expect(await withinLimit('write', key)).toBe(false);
    expect(await db().$count(rateLimits)).toBe(before);
  });

  it('of sign-ups is that of the visitor behind the trusted proxies, whatever the visitor wrote', async () => {
    const proxies = parseProxies('10.0.0.5') ?? [];
    const signUp = (forwarded: string) =>
      secondsToWait('sign-up', ipGroups(clientIp('10.0.0.5', forwarded, proxies) ?? 'unknown'));
    for (let n = 0; n < 120; n += 1) expect(await signUp(`192.0.2.${n}, 198.51.100.1`)).toBe(0);
    expect(await signUp('192.0.2.200, 198.51.100.1')).toBe(3600);
    expect(await signUp('198.51.100.1, 198.51.100.2')).toBe(0);
  });

  it('of submissions lets a person file a hundred claims an hour, and tells when the next may come', async () => {
    const person = randomUUID();
    for (let n = 0; n < 100; n += 1) expect(await secondsToWait('submit', person)).toBe(0);
    await expect(keepLimit('submit', person)).rejects.toThrow(new MustWait(3600));
    pass(3601);
    expect(await withinLimit('submit', person)).toBe(true);
  });
});
