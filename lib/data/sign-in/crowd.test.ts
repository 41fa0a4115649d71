import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { MustWait } from '@/lib/data/access/errors';
import { db } from '@/lib/data/db/db';
import { sessions } from '@/lib/data/db/schema/sign-in';
import { crowdOf } from '@/lib/data/sign-in/crowd';
import { slowThrottle, takeAttempt } from '@/lib/data/sign-in/login-throttle';
import { startSession } from '@/lib/data/sign-in/sessions';
import { newPerson } from '@/lib/testing/account/people';
import { stoppedClock } from '@/lib/testing/db/clock';
import { eachDatabase } from '@/lib/testing/db/databases';

const start = new Date('2026-11-24T15:00:00Z');
const free = 20;

/** One attempt from an address at the secret of an ID. @returns the seconds to wait; 0 if it was made */
function tries(of: string, userId?: string) {
  return (ip: string) => {
    const crowd = crowdOf(
      { secret: 'answers', of, free },
      { actor: { kind: 'anonymous', ip }, userId, now: start },
    );
    return takeAttempt(slowThrottle('answers', of, ip, crowd)).then(
      () => 0,
      (error) => (error instanceof MustWait ? error.seconds : Promise.reject(error)),
    );
  };
}

const addresses = (count: number) => Array.from({ length: count }, (_, n) => `10.0.${n >> 8}.${n & 255}`);

eachDatabase('a crowd of strangers', () => {
  const pass = stoppedClock(start);

  it('has few tries in a day, however many networks it has', async () => {
    const attempt = tries(randomUUID());
    let made = 0;
    for (let hour = 0; hour < 24; hour += 2) {
      for (const ip of addresses(50)) if ((await attempt(ip)) === 0) made += 1;
      pass(7_190);
    }
    expect(made).toBeGreaterThan(200);
    expect(made).toBeLessThanOrEqual(280);
  });

  it('begins anew on the next day', async () => {
    const attempt = tries(randomUUID());
    for (const ip of addresses(free)) expect(await attempt(ip)).toBe(0);
    expect(await attempt('192.0.2.1')).toBe(30);
    pass(24 * 3600 + 1);
    expect(await attempt('192.0.2.2')).toBe(0);
  });

  it('waits longer as more of it was wrong, and one who waited is not sent back', async () => {
    const attempt = tries(randomUUID());
    for (const ip of addresses(free)) await attempt(ip);
    expect(await attempt('192.0.2.1')).toBe(30);
    pass(40);
    for (const ip of addresses(2 * free).slice(free)) expect(await attempt(ip)).toBe(30);
    pass(30);
    for (const ip of addresses(2 * free).slice(free)) expect(await attempt(ip)).toBe(0);
    expect(await attempt('192.0.2.3')).toBe(60);
    expect(await attempt('192.0.2.1')).toBe(0);
  });

  it('counts a subscriber of IPv6 once, whatever networks they choose', async () => {
    const attempt = tries(randomUUID());
    for (const ip of addresses(free)) await attempt(ip);
    expect(await attempt('2001:db8:1:100::1')).toBe(30);
    pass(20);
    expect(await attempt('2001:db8:1:1ff::1')).toBeCloseTo(10, 1);
    expect(await attempt('2001:db8:1:200::1')).toBe(30);
  });

  it.each([
    ['keeps nobody waiting where they signed in before', 'password', 0],
    ['takes a network for known only after the whole sign-in', 'pending', 30],
  ] as const)('%s', async (_, how, seconds) => {
    const { userId } = await newPerson();
    const actor = { kind: 'anonymous', ip: '2001:db8:7:7::1' } as const;
    const sessionId = await startSession(db(), actor, userId, start);
    if (how === 'pending') {
      await db().update(sessions).set({ secondStepDue: true }).where(eq(sessions.id, sessionId));
    }
    const attempt = tries(userId, userId);
    for (const ip of addresses(free)) await attempt(ip);
    expect(await attempt('2001:db8:7:7::2')).toBe(seconds);
    expect(await attempt('2001:db8:7:8::1')).toBe(30);
  });
});
