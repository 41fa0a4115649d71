import { randomBytes } from 'node:crypto';
import { and, eq, isNull, ne, type SQL } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { ownedBy } from '@/lib/data/access/ownership';
import { restrictedColumns } from '@/lib/data/access/restricted';
import { record } from '@/lib/data/audit/audit';
import { type Draft, getDraft } from '@/lib/data/claim/drafts';
import { type Db, db, type Tx } from '@/lib/data/db/db';
import { drafts } from '@/lib/data/db/schema/claim';
import { filings } from '@/lib/data/db/schema/filing';
import type { Actor, UserActor } from '@/lib/domain/access/access';
import { newReference } from '@/lib/domain/access/reference';
import { follows, type LaterKind } from '@/lib/domain/claim/later/later';

/** Drafts of documents that are filed into the court file of one of the person's issued claims. */

const columns = {
  id: filings.id,
  reference: filings.reference,
  fileNumber: filings.fileNumber,
  profileId: filings.profileId,
  title: filings.title,
  ownNumber: filings.ownNumber,
  issueOn: filings.issueOn,
  claim: filings.claim,
  courtId: filings.courtId,
  ...restrictedColumns,
};

/** The issued claim that opened a court file, as the documents after it need it. */
export type Opening = Awaited<ReturnType<typeof getOpening>>;

/** The actor's own issued claim. @throws NotFound */
export async function getOpening(tx: Db, actor: Actor, which: SQL, lock?: 'lock') {
  const asked = tx
    .select(columns)
    .from(filings)
    .where(and(which, ownedBy(actor), eq(filings.state, 'issued'), isNull(filings.filedIn)));
  const [found] = lock ? await asked.for('update') : await asked;
  if (!found?.fileNumber) throw new NotFound('issued claim');
  return { ...found, fileNumber: found.fileNumber };
}

/** Whether a statement of claim is filed after the notice of action of this court file, or about to be. */
async function hasStatement(tx: Db, fileNumber: string): Promise<boolean> {
  const standing = and(eq(filings.filedIn, fileNumber), ne(filings.state, 'withdrawn'));
  return (await tx.$count(filings, and(standing, eq(filings.laterKind, 'statement-of-claim')))) > 0;
}

/**
 * Whether such a document can be filed into the court file now.
 * @throws Refused 'noStatementAwaited', 'statementFiled'
 */
export async function requireAwaited(tx: Db, { claim, fileNumber }: Opening, kind: LaterKind): Promise<void> {
  if (!follows(kind, claim.documentType)) throw new Refused('noStatementAwaited');
  if (kind === 'statement-of-claim' && (await hasStatement(tx, fileNumber)))
    throw new Refused('statementFiled');
}

/**
 * Begins a document that is filed into the court file of the actor's issued claim, or goes on with the one that was
 * begun. @throws NotFound for another person's claim, or one that is not issued; what requireAwaited throws
 */
export function startLater(
  actor: UserActor,
  { reference, kind }: { reference: string; kind: LaterKind },
  now: Date,
): Promise<{ reference: string }> {
  return db().transaction(async (tx) => {
    const opening = await getOpening(tx, actor, eq(filings.reference, reference), 'lock');
    await requireAwaited(tx, opening, kind);
    const begun = await findBegun(tx, opening, kind);
    if (begun) return begun;
    const draft = newReference('D', randomBytes(5));
    await tx.insert(drafts).values({
      ...{ reference: draft, profileId: opening.profileId, createdBy: actor.userId, answers: {} },
      ...{ step: 'documents', filedIn: opening.fileNumber, laterKind: kind, createdAt: now, updatedAt: now },
    });
    await record(tx, actor, { action: 'start later document', subject: draft, details: { kind } }, now);
    return { reference: draft };
  });
}

async function findBegun(tx: Tx, { fileNumber, profileId }: Opening, kind: LaterKind) {
  const mine = and(eq(drafts.profileId, profileId), eq(drafts.filedIn, fileNumber));
  const open = and(isNull(drafts.submittedAt), isNull(drafts.deletedAt), eq(drafts.laterKind, kind));
  const [begun] = await tx.select({ reference: drafts.reference }).from(drafts).where(and(mine, open));
  return begun;
}

/** The draft of a later document, with the claim that it follows and the court office. @throws NotFound */
export async function getLater(actor: UserActor, reference: string) {
  const draft = await getDraft(actor, reference);
  const { fileNumber, kind } = laterOf(draft);
  const opening = await getOpening(db(), actor, eq(filings.fileNumber, fileNumber));
  return { draft, kind, opening };
}

export type Later = Awaited<ReturnType<typeof getLater>>;

/** The court file and the kind of a later document. @throws NotFound for the draft of a claim */
export function laterOf({ filedIn, laterKind }: Pick<Draft, 'filedIn' | 'laterKind'>) {
  if (!filedIn || !laterKind) throw new NotFound('later document');
  return { fileNumber: filedIn, kind: laterKind };
}
