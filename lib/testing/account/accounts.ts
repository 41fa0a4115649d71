import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { confirmEmail } from '@/lib/data/account/email-confirmation';
import { signUp } from '@/lib/data/account/users';
import { db } from '@/lib/data/db/db';
import { profiles, users } from '@/lib/data/db/schema/account';
import { noteConfirmed } from '@/lib/data/mail/filing-mail';
import type { Role } from '@/lib/domain/access/access';
import type { SecurityQuestion } from '@/lib/domain/account/security-question';
import { tokenTo, unconfirmed } from '@/lib/testing/account/letters';
import { contact } from '@/lib/testing/account/people';

/** Accounts for tests that can be signed in to and recovered. */

export const now = new Date('2026-11-24T15:00:00Z');
export const visitor = { kind: 'anonymous' } as const;
export const questions: [SecurityQuestion, SecurityQuestion, SecurityQuestion] = [
  'grandparentName',
  'firstConcert',
  'firstSchool',
];
export const answers = ['Biscuit', 'L’Orignal', 'École Sainte-Anne'];

type NewAccount = { email?: string; oneKeyId?: string; isConfirmed?: boolean; role?: Role };

/** @param account `isConfirmed` (by default) where the link to its address was used */
export async function register({ email, oneKeyId, isConfirmed = true, role = 'filer' }: NewAccount) {
  const person = { oneKeyId: oneKeyId ?? `person-${randomUUID()}`, password: 'seven green boats at noon' };
  const [one = '', two = '', three = ''] = answers;
  const chosen = { questions, answers: [one, two, three] as const };
  const terms = { version: '2026-11', locale: 'en' } as const;
  const account = { ...person, ...chosen, terms, email: email ? unconfirmed(email) : undefined };
  const userId = await signUp(visitor, account, now);
  await db().update(users).set({ role }).where(eq(users.id, userId));
  if (email && isConfirmed) await confirmEmail(visitor, await tokenTo(email, 'confirm-email'), now);
  return { userId, oneKeyId: person.oneKeyId };
}

/** Gives an account contact information with a verified address. */
export async function verifyContact(userId: string, email: string): Promise<void> {
  const values = { userId, contact: { ...contact, email }, emailVerifiedAt: now, updatedAt: now };
  await db().insert(profiles).values(values);
  await noteConfirmed(db(), userId, email, now);
}

export const newEmail = () => `${randomUUID()}@example.org`;
