import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { db } from '@/lib/data/db';
import { Refused } from '@/lib/data/errors';
import { findProfile, saveProfile } from '@/lib/data/profiles';
import { audit } from '@/lib/data/schema';
import { acceptTerms } from '@/lib/data/terms';
import { eachDatabase } from '@/lib/data/testing';
import { contact, newPerson } from '@/lib/data/testing-people';

const now = new Date('2026-11-24T15:00:00Z');

eachDatabase('profiles', () => {
  it('are saved once the terms in force are accepted, and not before', async () => {
    const person = await newPerson();
    await expect(saveProfile(person, contact, now)).rejects.toThrow(Refused);
    await acceptTerms(person, 'one-key', 'en', now);
    await expect(saveProfile(person, contact, now)).rejects.toThrow('termsNotAccepted');
    expect(await findProfile(person)).toBeNull();
    await acceptTerms(person, 'justice', 'en', now);
    const profile = await saveProfile(person, contact, now);
    expect(await findProfile(person)).toEqual({ id: profile.id, contact });
  });

  it('are edited by their own person, and stay the same account', async () => {
    const [person, other] = [await newPerson(), await newPerson()];
    for (const actor of [person, other]) await acceptTerms(actor, 'justice', 'fr', now);
    const before = await saveProfile(person, contact, now);
    await saveProfile(other, { ...contact, lastName: 'Lee' }, now);
    const after = await saveProfile(person, { ...contact, city: 'Sudbury' }, now);
    expect(after).toEqual({ id: before.id, contact: { ...contact, city: 'Sudbury' } });
    expect((await findProfile(other))?.contact.lastName).toBe('Lee');
  });

  it('leave a line of who changed them, without what was typed', async () => {
    const person = await newPerson();
    await acceptTerms(person, 'justice', 'en', now);
    const { id } = await saveProfile(person, contact, now);
    const [line] = await db().select().from(audit).where(eq(audit.subject, id));
    expect(line).toMatchObject({ action: 'save contact information', userId: person.userId, details: null });
  });
});
