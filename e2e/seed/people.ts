import { eq } from 'drizzle-orm';
import { confirmLetter, emailChangedLetter } from '../../app/[locale]/letters';
import { saveProfile } from '../../lib/data/account/profiles';
import { acceptTerms } from '../../lib/data/account/terms';
import { signUp } from '../../lib/data/account/users';
import { db } from '../../lib/data/db/db';
import { users } from '../../lib/data/db/schema/account';
import { startSession } from '../../lib/data/sign-in/sessions';
import { isStaffRole, type Role, type UserActor } from '../../lib/domain/access/access';
import type { Contact } from '../../lib/domain/contact/contact';
import { answers, questions } from '../../lib/testing/account/accounts';
import { contact } from '../../lib/testing/account/people';
import { withAuthenticator } from '../../lib/testing/sign-in/second-steps';

/** Everybody's password, for development alone. */
export const password = 'seven green boats at noon';

const visitor = { kind: 'anonymous' } as const;

/** What somebody signs in with; staff give a code of `secret`, or one of `codes`, as their second step. */
export type Person = { oneKeyId: string; actor: UserActor; secret?: string; codes?: string[] };

async function account(oneKeyId: string, role: Role, now: Date): Promise<UserActor> {
  const [one = '', two = '', three = ''] = answers;
  const terms = { version: '2026-11', locale: 'en' } as const;
  const chosen = { questions, answers: [one, two, three] as const };
  const userId = await signUp(visitor, { oneKeyId, password, terms, ...chosen }, now);
  await db().update(users).set({ role }).where(eq(users.id, userId));
  const sessionId = await startSession(db(), visitor, userId, now);
  return { kind: 'user', userId, role, sessionId, passwordAt: now };
}

/** A person who files claims, with contact information of their own. */
export async function filer(oneKeyId: string, own: Partial<Contact>, now: Date): Promise<Person> {
  const actor = await account(oneKeyId, 'filer', now);
  await register(actor, own, now);
  return { oneKeyId, actor };
}

/** Opens a person's account with Justice Services Online. */
export async function register(actor: UserActor, own: Partial<Contact>, now: Date): Promise<void> {
  await acceptTerms(actor, 'justice', 'en', now);
  const letters = { link: confirmLetter('en'), notice: emailChangedLetter('contact', now, 'en') };
  await saveProfile(actor, { ...contact, ...own }, letters, now);
}

/** A member of the court's staff, with an authenticator app and recovery codes. */
export async function staff(oneKeyId: string, role: Role, now: Date): Promise<Person> {
  if (!isStaffRole(role)) throw new Error(`${role} is not staff`);
  return { oneKeyId, ...(await withAuthenticator(await account(oneKeyId, role, now), now)) };
}
