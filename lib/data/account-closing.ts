import { and, eq, inArray, isNull } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { db, type Tx } from '@/lib/data/db';
import { NotFound, Refused } from '@/lib/data/errors';
import { queueMail } from '@/lib/data/outbox';
import { askPassword } from '@/lib/data/recovery-info';
import {
  authenticators,
  documents,
  drafts,
  filings,
  knownDevices,
  oneTimeTokens,
  passkeys,
  profiles,
  recoveryCodes,
  securityAnswers,
  sessions,
  users,
} from '@/lib/data/schema';
import { hashPassword, newToken } from '@/lib/data/secrets';
import { endSessions } from '@/lib/data/sessions';
import type { Letter } from '@/lib/data/verified-emails';
import type { UserActor } from '@/lib/domain/access';
import type { Contact } from '@/lib/domain/contact';
import { statesBefore } from '@/lib/domain/filing';

/** Whoever may not delete their account now is told no more than that. */
function refuseToClose(user: typeof users.$inferSelect): void {
  if (user.role !== 'filer') throw new Refused('closeStaff');
  if (user.legalHold !== null) throw new Refused('closeNotNow');
}

/** The person's drafts that were never submitted, by their ids. All are locked: none is submitted meanwhile. */
async function lockDrafts(tx: Tx, userId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: drafts.id, submittedAt: drafts.submittedAt })
    .from(drafts)
    .innerJoin(profiles, eq(profiles.id, drafts.profileId))
    .where(eq(profiles.userId, userId))
    .for('update', { of: drafts });
  return rows.filter(({ submittedAt }) => submittedAt === null).map(({ id }) => id);
}

/** @throws Refused 'closeFilingOpen' while the court has yet to issue a claim of the person's */
async function refuseOpenFiling(tx: Tx, userId: string): Promise<void> {
  const [open] = await tx
    .select({ id: filings.id })
    .from(filings)
    .innerJoin(profiles, eq(profiles.id, filings.profileId))
    .where(and(eq(profiles.userId, userId), inArray(filings.state, statesBefore('withdrawn'))))
    .limit(1);
  if (open) throw new Refused('closeFilingOpen');
}

/** What the drafts held: the answers at once; the files are marked, and the sweeper deletes them (lib/jobs/sweep.ts). */
async function emptyDrafts(tx: Tx, ids: string[], now: Date): Promise<void> {
  await tx.update(drafts).set({ answers: {}, deletedAt: now }).where(inArray(drafts.id, ids));
  await tx.update(documents).set({ state: 'removed', name: '' }).where(inArray(documents.draftId, ids));
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

/** Contact information, as it stood; its row stays, because filings belong to it and keep a copy of their own. */
async function takeContact(tx: Tx, userId: string, now: Date) {
  const [profile] = await tx.select().from(profiles).where(eq(profiles.userId, userId)).for('update');
  if (!profile) return;
  const contact = { kind: profile.contact.kind, ...noContact };
  const empty = { contact, emailVerifiedAt: null, updatedAt: now };
  await tx.update(profiles).set(empty).where(eq(profiles.id, profile.id));
  return profile;
}

/** Everything that opens the account or leads back into it. */
async function deleteWaysIn(tx: Tx, userId: string): Promise<void> {
  for (const table of [securityAnswers, authenticators, passkeys, recoveryCodes, knownDevices, oneTimeTokens])
    await tx.delete(table).where(eq(table.userId, userId));
}

/** A notice goes to the address that was verified, of recovery or else of the contact information. */
type Closed = { user: typeof users.$inferSelect; contact?: typeof profiles.$inferSelect };
const verifiedAddress = ({ user, contact }: Closed) =>
  user.recoveryEmail ?? (contact?.emailVerifiedAt ? contact.contact.email : null);

/**
 * Closes the actor's own account for ever, in one transaction: its ways in, addresses, contact information and drafts
 * go; filings with their snapshots, the audit log and the ONE-key ID stay.
 * @param notice tells the owner, at the address that is deleted
 * @throws Refused 'currentPasswordWrong'; 'closeStaff'; 'closeNotNow' under a legal hold; 'closeFilingOpen'
 */
export async function closeAccount(
  actor: UserActor,
  currentPassword: string,
  notice: Letter,
  now: Date,
): Promise<void> {
  await askPassword(actor, currentPassword, now);
  // A password that nobody knows, of the usual form: signing in takes as long as with any wrong one.
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
    const contact = await takeContact(tx, userId, now);
    await deleteWaysIn(tx, userId);
    await endSessions(tx, userId, 'closed', now);
    await tx.update(sessions).set({ device: '', ip: null }).where(eq(sessions.userId, userId));
    await tx
      .update(users)
      .set({ closedAt: now, passwordHash, recoveryEmail: null, pendingEmail: null })
      .where(eq(users.id, userId));
    await record(tx, actor, { action: 'close account', subject: userId }, now);
    const recipient = verifiedAddress({ user, contact });
    if (!recipient) return;
    const mail = { dedupeKey: `account-closed/${userId}`, recipient, ...notice };
    await queueMail(tx, { kind: 'account-closed', ...mail }, now);
  });
}
