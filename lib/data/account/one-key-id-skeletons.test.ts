import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { Refused } from '@/lib/data/access/errors';
import { addSkeletons, isOneKeyIdFree } from '@/lib/data/account/one-key-id-skeletons';
import { signIn } from '@/lib/data/account/sign-in';
import { type NewUser, signUp } from '@/lib/data/account/users';
import { db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { eachDatabase } from '@/lib/testing/db/databases';

const now = new Date('2026-11-23T15:00:00Z');
const visitor = { kind: 'anonymous' } as const;
const password = 'green boats at noon';

const account = (oneKeyId: string): NewUser => ({
  ...{ oneKeyId, password, answers: ['one', 'two', 'three'], terms: { version: '1', locale: 'en' } },
  questions: ['firstPet', 'birthCity', 'firstSchool'],
});

eachDatabase('ONE-key IDs that look alike', () => {
  it('are refused to all but the first, also at once', async () => {
    const outcomes = await Promise.allSettled([
      signUp(visitor, account('paypal-2026'), now),
      signUp(visitor, account('раураl-2026'), now),
    ]);
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused).toMatchObject([{ reason: new Refused('oneKeyIdTaken') }]);
    expect(await isOneKeyIdFree('PAYPAL-2026')).toBe(false);
    expect(await isOneKeyIdFree('paypaI-2026')).toBe(false);
    expect(await isOneKeyIdFree('paypals-2026')).toBe(true);
  });

  it('keep working where they were registered before the rule, and refuse others from then on', async () => {
    const ids = ['modern-2020', 'rnodern-2020'];
    for (const oneKeyId of ids) {
      const userId = await signUp(visitor, account(`${oneKeyId}-${ids.indexOf(oneKeyId)}`), now);
      const before = { oneKeyId, oneKeyIdFolded: oneKeyId, oneKeyIdSkeleton: null };
      await db().update(users).set(before).where(eq(users.id, userId));
    }
    const added = await Promise.all([addSkeletons(1), addSkeletons(1)]);
    expect([...added, await addSkeletons(), await addSkeletons()].reduce((sum, n) => sum + n)).toBe(2);
    for (const oneKeyId of ids) expect(await signIn(visitor, oneKeyId, password, now)).not.toBeNull();
    expect(await isOneKeyIdFree('rn0dern-2020')).toBe(false);
    expect(await isOneKeyIdFree('MODERN-2020')).toBe(false);
    await expect(signUp(visitor, account('modern-2O20'), now)).rejects.toThrow(new Refused('oneKeyIdTaken'));
  });
});
