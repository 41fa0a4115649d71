import { randomUUID } from 'node:crypto';
import { addDays, addHours } from 'date-fns';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { Refused } from '@/lib/data/access/errors';
import { confirmEmail, findUnconfirmed } from '@/lib/data/account/email-confirmation';
import { undoEmailChange } from '@/lib/data/account/email-undo';
import { findProfile, saveProfile, saveUsual } from '@/lib/data/account/profiles';
import { acceptTerms } from '@/lib/data/account/terms';
import { db } from '@/lib/data/db/db';
import { profiles } from '@/lib/data/db/schema/account';
import { audit } from '@/lib/data/db/schema/audit';
import { noteConfirmed } from '@/lib/data/mail/filing-mail';
import type { UserActor } from '@/lib/domain/access/access';
import { register, visitor } from '@/lib/testing/account/accounts';
import { contactLetters, mailTo, tokenTo } from '@/lib/testing/account/letters';
import { contact, newPerson } from '@/lib/testing/account/people';
import { onDatabase } from '@/lib/testing/db/databases';

const now = new Date('2026-11-24T15:00:00Z');

const password = 'seven green boats at noon';
const newEmail = () => `${randomUUID()}@example.org`;

async function registered(email: string): Promise<UserActor> {
  const { userId } = await register({});
  const person = { kind: 'user', userId, role: 'filer', sessionId: randomUUID() } as const;
  await acceptTerms(person, 'justice', 'en', now);
  await saveProfile(person, { ...contact, email }, contactLetters, now);
  return person;
}

async function verifiedAt(person: UserActor): Promise<Date | null | undefined> {
  const [row] = await db().select().from(profiles).where(eq(profiles.userId, person.userId));
  return row?.emailVerifiedAt;
}

onDatabase('profiles', () => {
  it('are saved once the terms in force are accepted, and not before', async () => {
    const person = await newPerson();
    await expect(saveProfile(person, contact, contactLetters, now)).rejects.toThrow(Refused);
    await acceptTerms(person, 'one-key', 'en', now);
    await expect(saveProfile(person, contact, contactLetters, now)).rejects.toThrow('termsNotAccepted');
    expect(await findProfile(person)).toBeNull();
    await acceptTerms(person, 'justice', 'en', now);
    const profile = await saveProfile(person, contact, contactLetters, now);
    expect(await findProfile(person)).toEqual({ id: profile.id, contact, usual: {} });
  });

  it('are edited by their own person, and stay the same account', async () => {
    const [person, other] = [await newPerson(), await newPerson()];
    for (const actor of [person, other]) await acceptTerms(actor, 'justice', 'fr', now);
    const before = await saveProfile(person, contact, contactLetters, now);
    await saveProfile(other, { ...contact, lastName: 'Lee' }, contactLetters, now);
    const after = await saveProfile(person, { ...contact, city: 'Sudbury' }, contactLetters, now);
    expect(after).toEqual({ id: before.id, contact: { ...contact, city: 'Sudbury' }, usual: {} });
    expect((await findProfile(other))?.contact.lastName).toBe('Lee');
  });

  it('keep what a lawyer usually files, through other changes, and of their own person alone', async () => {
    const [person, other] = [await registered(newEmail()), await registered(newEmail())];
    const usual = { lawyerNumber: '12345A', usualCourt: 'toronto' };
    await saveUsual(person, usual, now);
    const before = await findProfile(person);
    await saveProfile(
      person,
      { ...before?.contact, ...contact, email: before?.contact.email ?? '' },
      contactLetters,
      now,
    );
    expect((await findProfile(person))?.usual).toEqual(usual);
    expect((await findProfile(other))?.usual).toEqual({});
    await expect(saveUsual(await newPerson(), usual, now)).rejects.toThrow('profile not found');
  });

  it('leave a line of who changed them, without what was typed', async () => {
    const person = await newPerson();
    await acceptTerms(person, 'justice', 'en', now);
    const { id } = await saveProfile(person, contact, contactLetters, now);
    const [line] = await db().select().from(audit).where(eq(audit.subject, id));
    expect(line).toMatchObject({ action: 'save contact information', userId: person.userId, details: null });
  });

  it('ask their e-mail address to be confirmed, and again only when it is another one', async () => {
    const [first, second] = [newEmail(), newEmail()];
    const person = await registered(first);
    expect(await mailTo(first)).toMatchObject([{ kind: 'confirm-email' }]);
    expect(await verifiedAt(person)).toBeNull();
    expect(await confirmEmail({ kind: 'anonymous' }, await tokenTo(first, 'confirm-email'), now)).toBe(true);
    expect(await verifiedAt(person)).toEqual(now);
    const moved = { ...contact, email: first.toUpperCase(), city: 'Sudbury' };
    await saveProfile(person, moved, contactLetters, addHours(now, 1));
    expect(await verifiedAt(person)).toEqual(now);
    const letters = { ...contactLetters, currentPassword: password };
    await saveProfile(person, { ...contact, email: second }, letters, addHours(now, 2));
    expect(await verifiedAt(person)).toBeNull();
    expect(await mailTo(second)).toMatchObject([{ kind: 'confirm-email' }]);
    expect(await mailTo(moved.email)).toMatchObject([{ kind: 'recovery-info-changed' }]);
  });

  it('ask nothing while the link that was sent for recovery to the same address is good: it confirms both', async () => {
    const email = newEmail();
    const { userId } = await register({ email, isConfirmed: false });
    const person = { kind: 'user', userId, role: 'filer', sessionId: randomUUID() } as const;
    await acceptTerms(person, 'justice', 'en', now);
    await saveProfile(person, { ...contact, email: email.toUpperCase() }, contactLetters, now);
    expect(await mailTo(email.toUpperCase())).toEqual([]);
    expect(await mailTo(email)).toMatchObject([{ kind: 'confirm-email' }]);
    await confirmEmail(visitor, await tokenTo(email, 'confirm-email'), addHours(now, 1));
    expect(await verifiedAt(person)).toEqual(addHours(now, 1));
    expect(await findUnconfirmed(person, 'recovery')).toBeNull();
  });

  it('ask once the link that was sent for recovery has run out, and where it was sent to another address', async () => {
    const [email, other] = [newEmail(), newEmail()];
    const { userId } = await register({ email, isConfirmed: false });
    const person = { kind: 'user', userId, role: 'filer', sessionId: randomUUID() } as const;
    await acceptTerms(person, 'justice', 'en', now);
    await saveProfile(person, { ...contact, email: other }, contactLetters, now);
    expect(await mailTo(other)).toMatchObject([{ kind: 'confirm-email' }]);
    const letters = { ...contactLetters, currentPassword: password };
    await saveProfile(person, { ...contact, email }, letters, addHours(now, 25));
    expect(await mailTo(email)).toMatchObject([{ kind: 'confirm-email' }, { kind: 'confirm-email' }]);
  });

  it('give up an e-mail address only for the current password, and tell it with a link that takes it back', async () => {
    const [first, second] = [newEmail(), newEmail()];
    const person = await registered(first);
    await confirmEmail(visitor, await tokenTo(first, 'confirm-email'), now);
    const change = (currentPassword?: string) =>
      saveProfile(
        person,
        { ...contact, email: second },
        { ...contactLetters, ...(currentPassword && { currentPassword }) },
        now,
      );
    await expect(change()).rejects.toThrow('enterCurrentPassword');
    await expect(change('not the password at all')).rejects.toThrow('currentPasswordWrong');
    expect((await findProfile(person))?.contact.email).toBe(first);
    await change(password);
    expect((await findProfile(person))?.contact.email).toBe(second);
    const token = await tokenTo(first, 'recovery-info-changed');
    expect(await undoEmailChange(visitor, token, addDays(now, 6))).toBe(true);
    expect((await findProfile(person))?.contact.email).toBe(first);
    expect(await verifiedAt(person)).toEqual(now);
    expect(await confirmEmail(visitor, await tokenTo(second, 'confirm-email'), now)).toBe(false);
    expect(await undoEmailChange(visitor, token, now)).toBe(false);
  });

  it('are saved also where no link may be sent now; the e-mail address waits', async () => {
    const [person, email] = [await newPerson(), newEmail()];
    await acceptTerms(person, 'justice', 'en', now);
    await saveProfile(person, { ...contact, email }, { notice: contactLetters.notice }, now);
    expect(await verifiedAt(person)).toBeNull();
    expect(await mailTo(email)).toEqual([]);
  });

  it('take an e-mail address that this person confirmed before for confirmed', async () => {
    const [person, email] = [await newPerson(), newEmail()];
    await noteConfirmed(db(), person.userId, email, now);
    await acceptTerms(person, 'justice', 'en', now);
    await saveProfile(person, { ...contact, email: email.toUpperCase() }, contactLetters, now);
    expect(await verifiedAt(person)).toEqual(now);
    expect(await mailTo(email.toUpperCase())).toEqual([]);
  });
});
