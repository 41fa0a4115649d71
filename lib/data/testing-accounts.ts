import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { db } from '@/lib/data/db';
import { confirmAddress } from '@/lib/data/email-confirmation';
import { profiles, users } from '@/lib/data/schema';
import { tokenTo, unconfirmed } from '@/lib/data/testing-letters';
import { contact } from '@/lib/data/testing-people';
import { signUp } from '@/lib/data/users';
import type { Role } from '@/lib/domain/access';
import type { SecurityQuestion } from '@/lib/domain/security-question';

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
  if (email && isConfirmed) await confirmAddress(visitor, await tokenTo(email, 'confirm-email'), now);
  return { userId, oneKeyId: person.oneKeyId };
}

/** Gives an account contact information with a verified address. */
export async function verifyContact(userId: string, email: string): Promise<void> {
  const values = { userId, contact: { ...contact, email }, emailVerifiedAt: now, updatedAt: now };
  await db().insert(profiles).values(values);
}

export const newEmail = () => `${randomUUID()}@example.org`;
