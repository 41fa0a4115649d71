import { expect, it } from 'vitest';
import { acceptTerms, hasAccepted, listAcceptances } from '@/lib/data/account/terms';
import { db } from '@/lib/data/db/db';
import { termsAcceptances } from '@/lib/data/db/schema/account';
import { termsVersions } from '@/lib/domain/account/terms';
import { newPerson } from '@/lib/testing/account/people';
import { onDatabase } from '@/lib/testing/db/databases';

const now = new Date('2026-11-24T15:00:00Z');
const later = new Date('2026-11-25T15:00:00Z');
const { justice: version } = termsVersions;

onDatabase('terms', () => {
  it('are accepted once: version, language and time of the first acceptance stand', async () => {
    const person = await newPerson();
    await acceptTerms(person, 'justice', 'fr', now);
    await acceptTerms(person, 'justice', 'en', later);
    expect(await listAcceptances(person)).toEqual([
      { kind: 'justice', version, locale: 'fr', acceptedAt: now },
    ]);
  });

  it('are asked for again when a new version is in force', async () => {
    const person = await newPerson();
    const earlier = { kind: 'justice', version: '2017-10', locale: 'en', acceptedAt: now } as const;
    await db()
      .insert(termsAcceptances)
      .values({ userId: person.userId, ...earlier });
    expect(await hasAccepted(person, 'justice', later)).toBe(false);
    await acceptTerms(person, 'justice', 'en', later);
    expect(await hasAccepted(person, 'justice', later)).toBe(true);
    expect((await listAcceptances(person)).map((accepted) => accepted.version)).toEqual([version, '2017-10']);
  });

  it('are accepted by each person for themselves', async () => {
    const [person, other] = [await newPerson(), await newPerson()];
    await acceptTerms(person, 'justice', 'en', now);
    expect(await listAcceptances(other)).toEqual([]);
    expect(await hasAccepted(other, 'justice', later)).toBe(false);
  });
});
