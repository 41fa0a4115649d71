import { eq } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { type Db, db } from '@/lib/data/db';
import { askToConfirm, type EmailToConfirm } from '@/lib/data/email-confirmation';
import { Refused } from '@/lib/data/errors';
import { securityAnswers, termsAcceptances, users } from '@/lib/data/schema';
import { hashAnswers, hashPassword, verifyPassword } from '@/lib/data/secrets';
import { startSession } from '@/lib/data/sessions';
import type { Actor, Role } from '@/lib/domain/access';
import { foldOneKeyId, normalisePassword } from '@/lib/domain/account';
import { normaliseAnswer } from '@/lib/domain/security-question';

export type NewUser = {
  oneKeyId: string;
  password: string;
  questions: readonly [string, string, string];
  answers: readonly [string, string, string];
  /** For recovery, once it is confirmed. */
  email?: EmailToConfirm;
  terms: { version: string; locale: 'en' | 'fr' };
};

/** Whether nobody has the ID yet; letters' case does not tell two IDs apart. */
export async function isOneKeyIdFree(oneKeyId: string): Promise<boolean> {
  const [taken] = await db()
    .select({ id: users.id })
    .from(users)
    .where(eq(users.oneKeyIdFolded, foldOneKeyId(oneKeyId)));
  return !taken;
}

/**
 * Registers a ONE-key account, with the acceptance of its terms, in the caller's transaction.
 * @param role filer, but for the first administrator
 * @throws Refused 'oneKeyIdTaken'
 */
export async function createUser(
  tx: Db,
  actor: Actor,
  user: NewUser,
  role: Role,
  now: Date,
): Promise<string> {
  const [passwordHash, answersHash] = await Promise.all([
    hashPassword(normalisePassword(user.password)),
    hashAnswers(user.answers.map(normaliseAnswer)),
  ]);
  const [row] = await tx
    .insert(users)
    .values({
      oneKeyId: user.oneKeyId,
      oneKeyIdFolded: foldOneKeyId(user.oneKeyId),
      passwordHash,
      role,
      pendingEmail: user.email?.address,
      createdAt: now,
    })
    .onConflictDoNothing({ target: users.oneKeyIdFolded })
    .returning({ id: users.id });
  if (!row) throw new Refused('oneKeyIdTaken');
  await tx.insert(securityAnswers).values({ userId: row.id, questions: [...user.questions], answersHash });
  await tx
    .insert(termsAcceptances)
    .values({ userId: row.id, kind: 'one-key', acceptedAt: now, ...user.terms });
  await record(tx, actor, { action: 'register account', subject: row.id }, now);
  if (user.email) await askToConfirm(tx, row.id, 'recovery', user.email, now);
  return row.id;
}

/** Registers a filer's ONE-key account. @throws Refused 'oneKeyIdTaken' */
export function signUp(actor: Actor, user: NewUser, now: Date): Promise<string> {
  return db().transaction((tx) => createUser(tx, actor, user, 'filer', now));
}

/**
 * Checks a ONE-key ID and password and opens a session.
 * @returns the person's and the session's id, or null: the same for an unknown ID, a wrong password, a locked and a closed account
 */
export async function signIn(
  actor: Actor,
  oneKeyId: string,
  password: string,
  now: Date,
): Promise<{ userId: string; sessionId: string } | null> {
  const [user] = await db()
    .select()
    .from(users)
    .where(eq(users.oneKeyIdFolded, foldOneKeyId(oneKeyId)));
  const matches = await verifyPassword(user?.passwordHash, normalisePassword(password));
  if (!user || !matches || user.lockedAt || user.closedAt) {
    await record(db(), actor, { action: 'sign in', subject: user?.id ?? 'unknown', outcome: 'refused' }, now);
    return null;
  }
  return db().transaction(async (tx) => {
    const sessionId = await startSession(tx, actor, user.id, now);
    await record(tx, actor, { action: 'sign in', subject: user.id }, now);
    return { userId: user.id, sessionId };
  });
}
