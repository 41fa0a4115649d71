import { addDays } from 'date-fns';
import { eq } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';
import { NotFound, Refused } from '@/lib/data/access/errors';
import {
  acceptAdministration,
  isAdministrationOffered,
  offerAdministration,
} from '@/lib/data/account/administrators';
import { db } from '@/lib/data/db/db';
import {
  oneTimeTokens,
  securityAnswers,
  termsAcceptances,
  users,
  userTexts,
} from '@/lib/data/db/schema/account';
import { questions } from '@/lib/testing/account/accounts';
import { newPerson } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';

const now = new Date('2026-11-24T15:00:00Z');
const visitor = { kind: 'anonymous' } as const;
const account = (oneKeyId: string) => ({
  oneKeyId,
  password: 'seven green boats at noon',
  questions,
  answers: ['Biscuit', 'Cobourg', 'Maple Street'] as const,
  terms: { version: '1', locale: 'en' as const },
});

async function offer(): Promise<string> {
  let kept = 'none was offered';
  await offerAdministration(now, (token) => {
    kept = token;
  });
  return kept;
}

eachDatabase('the first administrator', () => {
  afterEach(async () => {
    for (const table of [oneTimeTokens, securityAnswers, termsAcceptances, userTexts, users])
      await db().delete(table);
  });

  it('is made by the token, once', async () => {
    const token = await offer();
    expect(await isAdministrationOffered(token, now)).toBe(true);
    const id = await acceptAdministration(visitor, token, account('chief-registrar'), now);
    expect(await db().select().from(users).where(eq(users.id, id))).toMatchObject([
      { role: 'administrator' },
    ]);
    expect(await isAdministrationOffered(token, now)).toBe(false);
    await expect(acceptAdministration(visitor, token, account('second-registrar'), now)).rejects.toThrow(
      NotFound,
    );
  });

  it('is offered to nobody once there is an administrator', async () => {
    await newPerson('administrator');
    expect(await offer()).toBe('none was offered');
  });

  it('is offered by one of several processes that start at once, whichever kept its token last', async () => {
    const kept: string[] = [];
    await Promise.all(
      Array.from({ length: 4 }, () => offerAdministration(now, (token) => void kept.push(token))),
    );
    const offered = await Promise.all(kept.map((token) => isAdministrationOffered(token, now)));
    expect(offered).toEqual([false, false, false, true]);
  });

  it('is not made by another token, an earlier one, or one that expired', async () => {
    const earlier = await offer();
    const token = await offer();
    for (const wrong of [earlier, 'guessed', '']) {
      await expect(acceptAdministration(visitor, wrong, account('chief-registrar'), now)).rejects.toThrow(
        NotFound,
      );
    }
    expect(await isAdministrationOffered(token, addDays(now, 8))).toBe(false);
    expect(await db().select().from(users)).toEqual([]);
  });

  it('leaves the token good when the account could not be made', async () => {
    const token = await offer();
    const taken =
      (
        await db()
          .select()
          .from(users)
          .where(eq(users.id, (await newPerson()).userId))
      )[0]?.oneKeyId ?? '';
    const refused = acceptAdministration(visitor, token, account(taken), now);
    await expect(refused).rejects.toThrow(new Refused('oneKeyIdTaken'));
    expect(await isAdministrationOffered(token, now)).toBe(true);
  });
});
