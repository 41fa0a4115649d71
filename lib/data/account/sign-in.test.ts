import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { and, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { MustWait } from '@/lib/data/access/errors';
import { setPassword } from '@/lib/data/account/passwords';
import { signIn } from '@/lib/data/account/sign-in';
import { db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { audit } from '@/lib/data/db/schema/audit';
import { knownDevices } from '@/lib/data/db/schema/sign-in';
import { hashCost } from '@/lib/data/secrets/hash-cost';
import { hashInTurn } from '@/lib/data/secrets/hashing-queue';
import { hashPassword, newToken, verifyPassword } from '@/lib/data/secrets/secrets';
import { ipFailures } from '@/lib/data/sign-in/ip-failures';
import { newPerson } from '@/lib/testing/account/people';
import { stoppedClock } from '@/lib/testing/db/clock';
import { onDatabase } from '@/lib/testing/db/databases';

const start = new Date('2026-11-24T15:00:00Z');
const password = 'seven green boats at noon';

/** A visitor with their own IP. */
const anyone = () => ({ kind: 'anonymous', ip: randomUUID() }) as const;

/** A person with a password, and a function with which somebody tries to sign in as them from one IP. */
async function newLogin(passwordHash?: string) {
  const { userId } = await newPerson();
  const own = { passwordHash: passwordHash ?? (await hashPassword(password)) };
  const [user] = await db().update(users).set(own).where(eq(users.id, userId)).returning();
  const oneKeyId = user?.oneKeyId ?? '';
  const somebody = anyone();
  const enter = (typed: string, device?: string) => signIn(somebody, oneKeyId, typed, start, device);
  return { userId, oneKeyId, enter };
}

const wait = (trying: Promise<unknown>) =>
  trying.then(
    () => 0,
    (error) => (error instanceof MustWait ? error.seconds : Promise.reject(error)),
  );

/** Fills the queue with as many hashes as may run and wait, until they are released. */
function fullQueue() {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const crowd = Promise.all(Array.from({ length: 102 }, () => hashInTurn(() => held)));
  return { release, crowd };
}

async function times(count: number, run: () => Promise<unknown>): Promise<void> {
  for (let n = 0; n < count; n += 1) await run();
}

onDatabase('signing in', () => {
  const pass = stoppedClock(start);

  it('waits after five wrong passwords, does not look at the right one meanwhile, then takes it', async () => {
    const { userId, enter } = await newLogin();
    await times(5, async () => expect(await enter('not the right words')).toBeNull());
    const refused = db().$count(audit, and(eq(audit.subject, userId), eq(audit.outcome, 'refused')));
    expect(await refused).toBe(5);
    for (const typed of [password, 'not the right words']) {
      expect(await wait(enter(typed))).toBeCloseTo(30, 1);
    }
    pass(31);
    expect(await enter(password)).toMatchObject({ userId });
  });

  it('counts nothing that succeeds, and begins anew after it', async () => {
    const { enter } = await newLogin();
    await times(3, async () => {
      await times(4, () => enter('not the right words'));
      expect(await enter(password)).not.toBeNull();
    });
    await times(20, async () => expect(await enter(password)).not.toBeNull());
  });

  it('makes an unknown ID wait exactly as a known one', async () => {
    const unknown = `nobody-${randomUUID()}`;
    const somebody = anyone();
    const enter = (id: string) => signIn(somebody, id, password, start);
    await times(5, async () => expect(await enter(unknown)).toBeNull());
    expect(await wait(enter(unknown))).toBeCloseTo(30, 1);
    expect(await wait(enter(unknown.toUpperCase()))).toBeCloseTo(30, 1);
  });

  it('begins anew with a new password: the way back in for who has no browser that is known', async () => {
    const { userId, enter } = await newLogin();
    await times(5, () => enter('not the right words'));
    expect(await wait(enter(password))).toBeCloseTo(30, 1);
    const renewed = { password: 'eleven quiet lamps again', notice: { subject: '', html: '', text: '' } };
    const passwordHash = await hashPassword(renewed.password);
    await db().transaction((tx) => setPassword(tx, anyone(), userId, { ...renewed, passwordHash }, start));
    expect(await enter(renewed.password)).toMatchObject({ userId });
  });

  it('makes the browser that is known wait for what is tried there, and nothing else', async () => {
    const { enter } = await newLogin();
    const device = (await enter(password))?.deviceToken;
    await times(5, () => enter('not the right words', device));
    expect(await wait(enter(password, device))).toBeCloseTo(30, 1);
    expect(await enter(password)).not.toBeNull();
  });

  it('knows a browser no longer in which a hundred passwords were wrong', async () => {
    const { userId, enter } = await newLogin();
    const device = (await enter(password))?.deviceToken;
    await times(100, async () => {
      expect(await enter('not the right words', device)).toBeNull();
      pass(901);
    });
    await expect(enter(password, device)).rejects.toThrow('tooManyFailures');
    const entered = await enter(password, device);
    expect(entered).toMatchObject({ userId });
    expect(entered?.deviceToken).not.toBe(device);
  });

  it('takes a browser for known only where its owner signed in', async () => {
    const [one, other] = [await newLogin(), await newLogin()];
    const device = (await one.enter(password))?.deviceToken;
    await times(5, () => other.enter('not the right words'));
    for (const token of [device, newToken(), '']) {
      expect(await wait(other.enter(password, token))).toBeCloseTo(30, 1);
    }
    pass(31);
    // Several people may share a browser. The service never adopts a token that it did not issue.
    expect(await other.enter(password, device)).toMatchObject({ deviceToken: device });
    const foreign = newToken();
    expect((await other.enter(password, foreign))?.deviceToken).not.toBe(foreign);
    const rows = await db().select().from(knownDevices).where(eq(knownDevices.userId, other.userId));
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row.tokenHash).not.toBe(device);
  });

  it('makes an IP wait for its failures alone, and no browser that is known', async () => {
    const firm = anyone();
    const { oneKeyId, userId } = await newLogin();
    const enter = (id: string, device?: string) => signIn(firm, id, password, start, device);
    const device = (await enter(oneKeyId))?.deviceToken;
    await times(ipFailures.points + 20, async () => expect(await enter(oneKeyId)).not.toBeNull());
    await times(ipFailures.points, async () => expect(await enter(randomUUID())).toBeNull());
    expect(await wait(enter(oneKeyId))).toBeGreaterThan(0);
    expect(await wait(enter(oneKeyId))).toBeLessThanOrEqual(ipFailures.duration);
    expect(await enter(oneKeyId, device)).toMatchObject({ userId });
    expect(await signIn(anyone(), oneKeyId, password, start)).toMatchObject({ userId });
    pass(ipFailures.duration + 1);
    expect(await enter(oneKeyId)).toMatchObject({ userId });
  });

  it.each(['lockedAt', 'closedAt'] as const)(
    'refuses an account with %s as a wrong password',
    async (column) => {
      const { userId, enter } = await newLogin();
      await db()
        .update(users)
        .set({ [column]: start })
        .where(eq(users.id, userId));
      await times(5, async () => expect(await enter(password)).toBeNull());
      expect(await wait(enter(password))).toBeCloseTo(30, 1);
    },
  );

  it('makes the hash of an earlier cost anew when the password was right', async () => {
    const weak = await hash(password, { memoryCost: 512, timeCost: 1, parallelism: 1 });
    const { userId, enter } = await newLogin(weak);
    const kept = async () => (await db().select().from(users).where(eq(users.id, userId)))[0]?.passwordHash;
    expect(await enter('not the right words')).toBeNull();
    expect(await kept()).toBe(weak);
    expect(await enter(password)).toMatchObject({ userId });
    const renewed = await kept();
    expect(renewed).toMatch(new RegExp(`^\\$argon2id\\$v=19\\$m=${hashCost.memoryCost},t=1,p=1\\$`));
    expect(await verifyPassword(renewed, password)).toBe(true);
    expect(await enter(password)).toMatchObject({ userId });
    expect(await kept()).toBe(renewed);
  });

  it.each(['none', '', '$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy'])(
    'takes no password for a hash of another scheme: %j',
    async (foreign) => {
      const { enter } = await newLogin(foreign);
      expect(await enter(password)).toBeNull();
    },
  );

  it('takes an ID with characters that no text may have for one that nobody has', async () => {
    for (const strange of ['nul\0in-it', '\ud800-half-a-character', 'half\udc00']) {
      expect(await signIn(anyone(), strange, password, start)).toBeNull();
    }
  });

  it('tells a crowd that is too large to come back, and counts none of them', async () => {
    const { enter } = await newLogin();
    await times(4, () => enter('not the right words'));
    const { release, crowd } = fullQueue();
    await expect(enter(password)).rejects.toThrow(new MustWait(5, 'busy'));
    release();
    await crowd;
    expect(await enter(password)).not.toBeNull();
  });
});
