import { and, asc, eq, inArray, isNull, like, ne, notInArray, or } from 'drizzle-orm';
import { NotFound } from '@/lib/data/access/errors';
import { ownClaims } from '@/lib/data/account/export-claims';
import { listAcceptances } from '@/lib/data/account/terms';
import { record } from '@/lib/data/audit/audit';
import { db } from '@/lib/data/db/db';
import { confirmedEmails, copyEmails, profiles, securityAnswers, users } from '@/lib/data/db/schema/account';
import { audit } from '@/lib/data/db/schema/audit';
import { outbox } from '@/lib/data/db/schema/mail';
import { authenticators, passkeys, sessions } from '@/lib/data/db/schema/sign-in';
import { askPassword } from '@/lib/data/sign-in/confirmation';
import type { UserActor } from '@/lib/domain/access/access';
import type { AuditAction } from '@/lib/domain/access/audit';
import type { MailKind } from '@/lib/domain/filing/mail-kind';

/** Acts that only staff may know of. The export leaves them out. */
const amongStaff: AuditAction[] = ['set legal hold', 'lift legal hold'];
const toStaff: MailKind = 'staff-held';

async function ownAccount(userId: string) {
  const [account] = await db()
    .select({
      oneKeyId: users.oneKeyId,
      role: users.role,
      recoveryEmail: users.recoveryEmail,
      emailToBeVerified: users.pendingEmail,
      securityQuestions: securityAnswers.questions,
      registeredAt: users.createdAt,
    })
    .from(users)
    .leftJoin(securityAnswers, eq(securityAnswers.userId, users.id))
    .where(eq(users.id, userId));
  if (!account) throw new NotFound('account');
  return account;
}

async function secondSteps(userId: string) {
  const [app] = await db()
    .select({ addedAt: authenticators.createdAt })
    .from(authenticators)
    .where(eq(authenticators.userId, userId));
  const { name, createdAt: addedAt, lastUsedAt } = passkeys;
  const keys = await db()
    .select({ name, addedAt, lastUsedAt })
    .from(passkeys)
    .where(eq(passkeys.userId, userId));
  return { authenticatorApp: app ?? null, passkeys: keys };
}

function ownSessions(userId: string) {
  const { device, ip, createdAt, lastActiveAt, endedAt, endReason } = sessions;
  return db()
    .select({ device, ip, signedInAt: createdAt, lastActiveAt, endedAt, endReason })
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(asc(createdAt));
}

async function contactInformation(userId: string) {
  const { id, contact, usual, emailVerifiedAt, createdAt: registeredAt, updatedAt } = profiles;
  const [profile] = await db()
    .select({ id, contact, usual, emailVerifiedAt, registeredAt, updatedAt })
    .from(profiles)
    .where(eq(profiles.userId, userId));
  return profile;
}

function ownEmails(userId: string) {
  const { email, confirmedAt } = confirmedEmails;
  return db()
    .select({ email, confirmedAt })
    .from(confirmedEmails)
    .where(eq(confirmedEmails.userId, userId))
    .orderBy(asc(confirmedAt));
}

function ownCopies(userId: string) {
  const { email, createdAt: addedAt } = copyEmails;
  return db()
    .select({ email, addedAt })
    .from(copyEmails)
    .where(eq(copyEmails.userId, userId))
    .orderBy(asc(addedAt));
}

/**
 * Each message with its time and its delivery. Its text is left out, because it may carry a link that opens
 * the account.
 */
function ownMail(userId: string, filingIds: string[]) {
  const { kind, subject, state, createdAt: writtenAt, sentAt } = outbox;
  const ofFilings = and(inArray(outbox.filingId, filingIds), ne(kind, toStaff));
  const ofAccount = and(isNull(outbox.filingId), like(outbox.dedupeKey, `%/${userId}%`));
  return db()
    .select({ kind, subject, state, writtenAt, sentAt })
    .from(outbox)
    .where(or(ofFilings, ofAccount))
    .orderBy(asc(writtenAt));
}

/**
 * Acts of the person, and acts on their rows. For an act of somebody else it leaves out who did it and from
 * where.
 */
async function ownAudit(userId: string, subjects: string[]) {
  const lines = await db()
    .select()
    .from(audit)
    .where(
      and(
        or(eq(audit.userId, userId), inArray(audit.subject, subjects)),
        notInArray(audit.action, amongStaff),
      ),
    )
    .orderBy(asc(audit.entry));
  return lines.map(({ at, actor, userId: by, ip, action, subject, outcome, details }) => {
    const [isByThem, isAboutThem] = [by === userId, subjects.includes(subject)];
    return {
      ...{ at, action, outcome },
      by: isByThem ? 'you' : actor,
      ip: isByThem ? ip : null,
      subject: isAboutThem ? subject : null,
      details: isByThem ? details : null,
    };
  });
}

/**
 * All data about the actor in a readable form. It contains no secret and no hash of a secret, and about other
 * people only the actor's own entries. Each instant is by the clock of its event: the court's or the
 * system's.
 * @throws Refused 'currentPasswordWrong'
 */
export async function exportAccount(actor: UserActor, currentPassword: string, now: Date) {
  await askPassword(actor, currentPassword, now);
  const { userId } = actor;
  await record(db(), actor, { action: 'export account', subject: userId }, now);
  const profile = await contactInformation(userId);
  const { id: profileId, ...contact } = profile ?? { id: null };
  const { drafts, savedParties, filings, filingIds, subjects } = await ownClaims(profileId);
  return {
    exportedAt: now,
    account: await ownAccount(userId),
    secondSteps: await secondSteps(userId),
    termsAccepted: await listAcceptances(actor),
    contactInformation: profile ? contact : null,
    confirmedEmails: await ownEmails(userId),
    copyEmails: await ownCopies(userId),
    sessions: await ownSessions(userId),
    drafts,
    savedParties,
    filings,
    emails: await ownMail(userId, filingIds),
    record: await ownAudit(userId, [userId, ...subjects]),
  };
}
