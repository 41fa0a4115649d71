import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { saveUserText } from '@/lib/data/account/desk/user-texts';
import { record } from '@/lib/data/audit/audit';
import { db, type Tx } from '@/lib/data/db/db';
import {
  confirmedEmails,
  copyEmails,
  oneTimeTokens,
  profiles,
  securityAnswers,
  users,
} from '@/lib/data/db/schema/account';
import { drafts, savedParties } from '@/lib/data/db/schema/claim';
import { documents, removed } from '@/lib/data/db/schema/document';
import { filings } from '@/lib/data/db/schema/filing';
import {
  authenticators,
  knownDevices,
  passkeys,
  recoveryCodes,
  sessions,
} from '@/lib/data/db/schema/sign-in';
import type { Letter } from '@/lib/data/mail/outbox';
import { tellOwner } from '@/lib/data/mail/verified-emails';
import { hashPassword, newToken } from '@/lib/data/secrets/secrets';
import { askPassword } from '@/lib/data/sign-in/confirmation';
import { endSessions } from '@/lib/data/sign-in/sessions';
import type { UserActor } from '@/lib/domain/access/access';
import type { Contact } from '@/lib/domain/contact/contact';
import { statesBefore } from '@/lib/domain/filing/filing';

/**
 * The refusal does not mention a legal hold. The owner learns only that the account cannot be deleted now.
 */
function refuseToClose(user: typeof users.$inferSelect): void {
  if (user.role !== 'filer') throw new Refused('closeStaff');
  if (user.legalHold !== null) throw new Refused('closeNotNow');
}

/**
 * Locks the person's drafts, so that none is submitted meanwhile.
 * @returns the ids of those never submitted
 */
async function lockDrafts(tx: Tx, userId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: drafts.id, submittedAt: drafts.submittedAt })
    .from(drafts)
    .innerJoin(profiles, eq(profiles.id, drafts.profileId))
    .where(eq(profiles.userId, userId))
    .for('update', { of: drafts });
  return rows.filter(({ submittedAt }) => submittedAt === null).map(({ id }) => id);
}

/** @throws Refused 'closeFilingOpen' while one of the person's claims has yet to be issued */
async function refuseOpenFiling(tx: Tx, userId: string): Promise<void> {
  const [open] = await tx
    .select({ id: filings.id })
    .from(filings)
    .innerJoin(profiles, eq(profiles.id, filings.profileId))
    .where(and(eq(profiles.userId, userId), inArray(filings.state, statesBefore('withdrawn'))))
    .limit(1);
  if (open) throw new Refused('closeFilingOpen');
}

/**
 * Empties the drafts. Their answers go at once; their files are marked for the sweeper
 * (lib/jobs/upkeep/sweep-removed.ts).
 */
async function emptyDrafts(tx: Tx, ids: string[], now: Date): Promise<void> {
  await tx.update(drafts).set({ answers: {}, deletedAt: now }).where(inArray(drafts.id, ids));
  await tx
    .update(documents)
    .set({ ...removed(now), name: '', reading: null })
    .where(inArray(documents.draftId, ids));
}

const noContact: Omit<Contact, 'kind'> = {
  lastName: '',
  firstName: '',
  firm: '',
  address: '',
  city: '',
  country: '',
  province: '',
  postalCode: '',
  phone: '',
  extension: '',
  fax: '',
  email: '',
};

/**
 * Empties the contact information. Its row stays, because filings refer to it. Each filing has its own copy
 * of the contact.
 */
async function emptyContact(tx: Tx, userId: string, now: Date): Promise<void> {
  const contact = sql`jsonb_build_object('kind', ${profiles.contact}->'kind') || ${JSON.stringify(noContact)}::jsonb`;
  await tx
    .update(profiles)
    .set({ contact, usual: {}, emailVerifiedAt: null, updatedAt: now })
    .where(eq(profiles.userId, userId));
}

/** Deletes the parties of earlier claims that were offered for the next one. */
async function deleteSavedParties(tx: Tx, userId: string): Promise<void> {
  const own = tx.select({ id: profiles.id }).from(profiles).where(eq(profiles.userId, userId));
  await tx.delete(savedParties).where(inArray(savedParties.profileId, own));
}

/** Deletes every credential of the account and every way to recover it. */
async function deleteWaysIn(tx: Tx, userId: string): Promise<void> {
  const tables = [securityAnswers, authenticators, passkeys, recoveryCodes, knownDevices, oneTimeTokens];
  for (const table of [...tables, confirmedEmails, copyEmails])
    await tx.delete(table).where(eq(table.userId, userId));
}

/**
 * Closes the actor's own account for ever, in one transaction. This deletes its credentials, e-mail
 * addresses, contact information and drafts. Filings with their snapshots, the audit log and the ONE-key ID
 * stay.
 * @param notice tells the owner at the verified e-mail addresses before they are deleted
 * @throws Refused 'currentPasswordWrong'; 'closeStaff'; 'closeNotNow' under a legal hold; 'closeFilingOpen'
 */
export async function closeAccount(
  actor: UserActor,
  currentPassword: string,
  notice: Letter,
  now: Date,
): Promise<void> {
  await askPassword(actor, currentPassword, now);
  // An ordinary hash of a password that nobody knows, so that a sign-in takes as long as with any wrong
  // password.
  const passwordHash = await hashPassword(newToken());
  const { userId } = actor;
  await db().transaction(async (tx) => {
    const [user] = await tx
      .select()
      .from(users)
      .where(and(eq(users.id, userId), isNull(users.closedAt)))
      .for('update');
    if (!user) throw new NotFound('account');
    refuseToClose(user);
    const unsubmitted = await lockDrafts(tx, userId);
    await refuseOpenFiling(tx, userId);
    await emptyDrafts(tx, unsubmitted, now);
    await tellOwner(tx, userId, { kind: 'account-closed', letter: notice }, now);
    await emptyContact(tx, userId, now);
    await deleteSavedParties(tx, userId);
    await deleteWaysIn(tx, userId);
    await endSessions(tx, userId, 'closed', now);
    await tx.update(sessions).set({ device: '', ip: null }).where(eq(sessions.userId, userId));
    await tx
      .update(users)
      .set({ closedAt: now, passwordHash, recoveryEmail: null, pendingEmail: null })
      .where(eq(users.id, userId));
    await saveUserText(tx, userId);
    await record(tx, actor, { action: 'close account', subject: userId }, now);
  });
}
