import { expect, it } from 'vitest';
import { db } from '@/lib/data/db';
import { termsAcceptances } from '@/lib/data/schema';
import { acceptTerms, hasAccepted, listAcceptances } from '@/lib/data/terms';
import { eachDatabase } from '@/lib/data/testing';
import { newPerson } from '@/lib/data/testing-people';
import { termsVersions } from '@/lib/domain/terms';

const now = new Date('2026-11-24T15:00:00Z');
const later = new Date('2026-11-25T15:00:00Z');
const { justice: version } = termsVersions;

eachDatabase('terms', () => {
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
    expect(await hasAccepted(person, 'justice')).toBe(false);
    await acceptTerms(person, 'justice', 'en', later);
    expect(await hasAccepted(person, 'justice')).toBe(true);
    expect((await listAcceptances(person)).map((accepted) => accepted.version)).toEqual([version, '2017-10']);
  });

  it('are accepted by each person for themselves', async () => {
    const [person, other] = [await newPerson(), await newPerson()];
    await acceptTerms(person, 'justice', 'en', now);
    expect(await listAcceptances(other)).toEqual([]);
    expect(await hasAccepted(other, 'justice')).toBe(false);
  });
});
