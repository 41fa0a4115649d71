import { randomUUID } from 'node:crypto';
import { addHours } from 'date-fns';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { db } from '@/lib/data/db';
import { confirmAddress } from '@/lib/data/email-confirmation';
import { Refused } from '@/lib/data/errors';
import { findProfile, saveProfile } from '@/lib/data/profiles';
import { audit, profiles, users } from '@/lib/data/schema';
import { acceptTerms } from '@/lib/data/terms';
import { eachDatabase } from '@/lib/data/testing';
import { contactLetters, mailTo, tokenTo } from '@/lib/data/testing-letters';
import { contact, newPerson } from '@/lib/data/testing-people';
import type { UserActor } from '@/lib/domain/access';

const now = new Date('2026-11-24T15:00:00Z');

const newEmail = () => `${randomUUID()}@example.org`;

async function registered(email: string) {
  const person = await newPerson();
  await acceptTerms(person, 'justice', 'en', now);
  await saveProfile(person, { ...contact, email }, contactLetters, now);
  return person;
}

async function verifiedAt(person: UserActor): Promise<Date | null | undefined> {
  const [row] = await db().select().from(profiles).where(eq(profiles.userId, person.userId));
  return row?.emailVerifiedAt;
}

eachDatabase('profiles', () => {
  it('are saved once the terms in force are accepted, and not before', async () => {
    const person = await newPerson();
    await expect(saveProfile(person, contact, contactLetters, now)).rejects.toThrow(Refused);
    await acceptTerms(person, 'one-key', 'en', now);
    await expect(saveProfile(person, contact, contactLetters, now)).rejects.toThrow('termsNotAccepted');
    expect(await findProfile(person)).toBeNull();
    await acceptTerms(person, 'justice', 'en', now);
    const profile = await saveProfile(person, contact, contactLetters, now);
    expect(await findProfile(person)).toEqual({ id: profile.id, contact });
  });

  it('are edited by their own person, and stay the same account', async () => {
    const [person, other] = [await newPerson(), await newPerson()];
    for (const actor of [person, other]) await acceptTerms(actor, 'justice', 'fr', now);
    const before = await saveProfile(person, contact, contactLetters, now);
    await saveProfile(other, { ...contact, lastName: 'Lee' }, contactLetters, now);
    const after = await saveProfile(person, { ...contact, city: 'Sudbury' }, contactLetters, now);
    expect(after).toEqual({ id: before.id, contact: { ...contact, city: 'Sudbury' } });
    expect((await findProfile(other))?.contact.lastName).toBe('Lee');
  });

  it('leave a line of who changed them, without what was typed', async () => {
    const person = await newPerson();
    await acceptTerms(person, 'justice', 'en', now);
    const { id } = await saveProfile(person, contact, contactLetters, now);
    const [line] = await db().select().from(audit).where(eq(audit.subject, id));
    expect(line).toMatchObject({ action: 'save contact information', userId: person.userId, details: null });
  });

  it('ask their address to be confirmed, and again only when it is another one', async () => {
    const [first, second] = [newEmail(), newEmail()];
    const person = await registered(first);
    expect(await mailTo(first)).toMatchObject([{ kind: 'confirm-email' }]);
    expect(await verifiedAt(person)).toBeNull();
    expect(await confirmAddress({ kind: 'anonymous' }, await tokenTo(first, 'confirm-email'), now)).toBe(
      true,
    );
    expect(await verifiedAt(person)).toEqual(now);
    const moved = { ...contact, email: first.toUpperCase(), city: 'Sudbury' };
    await saveProfile(person, moved, contactLetters, addHours(now, 1));
    expect(await verifiedAt(person)).toEqual(now);
    await saveProfile(person, { ...contact, email: second }, contactLetters, addHours(now, 2));
    expect(await verifiedAt(person)).toBeNull();
    expect(await mailTo(second)).toMatchObject([{ kind: 'confirm-email' }]);
    expect(await mailTo(moved.email)).toMatchObject([{ kind: 'recovery-info-changed' }]);
  });

  it('are saved also where no link may be sent now; the address waits', async () => {
    const [person, email] = [await newPerson(), newEmail()];
    await acceptTerms(person, 'justice', 'en', now);
    await saveProfile(person, { ...contact, email }, { notice: contactLetters.notice }, now);
    expect(await verifiedAt(person)).toBeNull();
    expect(await mailTo(email)).toEqual([]);
  });

  it('take the address that serves recovery for confirmed', async () => {
    const [person, email] = [await newPerson(), newEmail()];
    await db().update(users).set({ recoveryEmail: email }).where(eq(users.id, person.userId));
    await acceptTerms(person, 'justice', 'en', now);
    await saveProfile(person, { ...contact, email: email.toUpperCase() }, contactLetters, now);
    expect(await verifiedAt(person)).toEqual(now);
    expect(await mailTo(email.toUpperCase())).toEqual([]);
  });
});
