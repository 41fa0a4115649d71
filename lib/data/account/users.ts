import { Refused } from '@/lib/data/access/errors';
import { saveUserText } from '@/lib/data/account/desk/user-texts';
import { askToConfirm, type EmailToConfirm } from '@/lib/data/account/email-confirmation';
import { isOneKeyIdFree, lockSkeleton } from '@/lib/data/account/one-key-id-skeletons';
import { record } from '@/lib/data/audit/audit';
import { type Db, db } from '@/lib/data/db/db';
import { securityAnswers, termsAcceptances, users } from '@/lib/data/db/schema/account';
import { hashAnswers, hashPassword } from '@/lib/data/secrets/secrets';
import type { Actor, Role } from '@/lib/domain/access/access';
import { normalisePassword } from '@/lib/domain/account/account';
import { foldOneKeyId } from '@/lib/domain/account/one-key-id';
import { normaliseAnswer, type SecurityQuestion } from '@/lib/domain/account/security-question';

export type NewUser = {
  oneKeyId: string;
  password: string;
  questions: readonly [SecurityQuestion, SecurityQuestion, SecurityQuestion];
  answers: readonly [string, string, string];
  /** For recovery, once it is confirmed. */
  email?: EmailToConfirm | undefined;
  terms: { version: string; locale: 'en' | 'fr' };
};

/**
 * Registers a ONE-key account and the acceptance of its terms, in the caller's transaction.
 * @param role filer, except for the first administrator
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
  const skeleton = await lockSkeleton(tx, user.oneKeyId);
  if (!(await isOneKeyIdFree(user.oneKeyId, tx))) throw new Refused('oneKeyIdTaken');
  const [row] = await tx
    .insert(users)
    .values({
      oneKeyId: user.oneKeyId,
      oneKeyIdFolded: foldOneKeyId(user.oneKeyId),
      oneKeyIdSkeleton: skeleton,
      passwordHash,
      role,
      pendingEmail: user.email?.email,
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
  await saveUserText(tx, row.id);
  if (user.email) await askToConfirm(tx, row.id, 'recovery', user.email, now);
  return row.id;
}

/** Registers a filer's ONE-key account. @throws Refused 'oneKeyIdTaken' */
export function signUp(actor: Actor, user: NewUser, now: Date): Promise<string> {
  return db().transaction((tx) => createUser(tx, actor, user, 'filer', now));
}
