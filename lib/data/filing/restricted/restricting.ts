import { and, eq, isNull, or } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { record } from '@/lib/data/audit/audit';
import type { Db, Tx } from '@/lib/data/db/db';
import { restrictions } from '@/lib/data/db/schema/court';
import { filings } from '@/lib/data/db/schema/filing';
import { suppressAbout } from '@/lib/data/mail/suppression';
import { type Actor, can } from '@/lib/domain/access/access';
import type { Change } from '@/lib/domain/approval/proposal';
import { isClosed, type Restriction } from '@/lib/domain/filing/restriction';

/** Restrictions of court files, set and lifted as a judge ordered, in the transaction that approves the proposal. */

type Asked = { reference: string; restriction: Restriction };
type Approved<Kind> = Omit<Extract<Change, { kind: Kind }>, 'version' | 'kind'> & { proposalId: string };

/** The number of the court file that an issued claim opened. @throws Refused 'noCourtFile' */
async function fileOpenedBy(tx: Db, reference: string): Promise<string> {
  const opener = and(eq(filings.reference, reference), eq(filings.state, 'issued'), isNull(filings.filedIn));
  const [filing] = await tx.select({ fileNumber: filings.fileNumber }).from(filings).where(opener);
  if (!filing?.fileNumber) throw new Refused('noCourtFile');
  return filing.fileNumber;
}

const inForce = (fileNumber: string, kind: Restriction) =>
  and(eq(restrictions.fileNumber, fileNumber), eq(restrictions.kind, kind), isNull(restrictions.liftedAt));

/**
 * The number of the court file, if it can be restricted so.
 * @throws Refused 'noCourtFile', 'alreadyRestricted'
 */
export async function requireRestrictable(tx: Db, { reference, restriction }: Asked): Promise<string> {
  const fileNumber = await fileOpenedBy(tx, reference);
  if ((await tx.$count(restrictions, inForce(fileNumber, restriction))) > 0)
    throw new Refused('alreadyRestricted');
  return fileNumber;
}

/** The restriction that is to be lifted. @throws Refused 'noCourtFile', 'notRestricted' */
export async function requireRestricted(
  tx: Db,
  { reference, restriction }: Asked,
): Promise<{ fileNumber: string; id: string }> {
  const fileNumber = await fileOpenedBy(tx, reference);
  const [found] = await tx.select().from(restrictions).where(inForce(fileNumber, restriction));
  if (!found) throw new Refused('notRestricted');
  return { fileNumber, id: found.id };
}

/**
 * Restricts a court file. E-mail about a file that is closed to others by that, and has not left, is stopped: it was
 * written with names and documents.
 * @throws NotFound for anyone but a registrar
 */
export async function restrictFile(
  actor: Actor,
  {
    reference,
    fileNumber,
    restriction: kind,
    orderedOn,
    judge,
    publicTitle,
    proposalId,
  }: Approved<'restrict-file'>,
  now: Date,
  tx: Tx,
): Promise<void> {
  if (!can(actor, 'restrict-files')) throw new NotFound('court file');
  const inFile = or(eq(filings.fileNumber, fileNumber), eq(filings.filedIn, fileNumber));
  const ofFile = await tx.select({ id: filings.id }).from(filings).where(inFile).for('update');
  const order = { orderedOn, judge, publicTitle };
  await tx.insert(restrictions).values({ fileNumber, kind, ...order, since: now, proposalId });
  const ids = ofFile.map(({ id }) => id);
  const stopped = isClosed([kind]) ? await suppressAbout(tx, ids) : 0;
  const details = { restriction: kind, fileNumber, orderedOn, stopped };
  await record(tx, actor, { action: 'restrict file', subject: reference, details }, now);
}

/** Lifts a restriction. What it says of its time stays. @throws NotFound for anyone but a registrar */
export async function liftRestriction(
  actor: Actor,
  { reference, fileNumber, id, restriction, orderedOn, judge, proposalId }: Approved<'lift-restriction'>,
  now: Date,
  tx: Tx,
): Promise<void> {
  if (!can(actor, 'restrict-files')) throw new NotFound('court file');
  const lifted = await tx
    .update(restrictions)
    .set({ liftedAt: now, liftOrderedOn: orderedOn, liftJudge: judge, liftProposalId: proposalId })
    .where(and(eq(restrictions.id, id), isNull(restrictions.liftedAt)))
    .returning({ id: restrictions.id });
  if (lifted.length === 0) throw new Refused('notRestricted');
  const details = { restriction, fileNumber, orderedOn };
  await record(tx, actor, { action: 'lift restriction', subject: reference, details }, now);
}
