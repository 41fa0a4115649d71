import { createHash, timingSafeEqual } from 'node:crypto';
import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { restrictedColumns } from '@/lib/data/access/restricted';
import { db } from '@/lib/data/db/db';
import { courts } from '@/lib/data/db/schema/court';
import { filings } from '@/lib/data/db/schema/filing';
import { register } from '@/lib/data/db/schema/register';
import type { DocumentType } from '@/lib/domain/claim/claim';
import type { DocumentKind } from '@/lib/domain/claim/document';
import type { IsoDate } from '@/lib/domain/court/day';
import type { Restriction } from '@/lib/domain/filing/restriction';
import type { Corrects, FilingEvent } from '@/lib/domain/register/register';
import { readVerificationCode } from '@/lib/domain/register/verification';

/** `filed`: a later document; `amended` and `corrected`: a new version that the court filed beside an issued document. */
type PublicEvent = Exclude<FilingEvent, 'void' | 'redated'>;

/** All that is public of a filing in a sealed court file: that it is genuine. */
type SealedFiling = { isSealed: true; event: PublicEvent };

/** A version beside the document, or the document beside the version: its date, and that of the order or null. */
export type Beside = { event: PublicEvent; on: IsoDate; orderedOn: IsoDate | null };

/** The public facts of an issued filing. They never include the parties or the filer. */
export type IssuedFiling = {
  isSealed: false;
  /** In force on its court file. */
  restrictions: Restriction[];
  event: PublicEvent;
  fileNumber: string;
  /** The municipality of the court office. */
  court: string;
  documentType: DocumentType;
  /** The date that the document bears, in Toronto. */
  issueOn: IsoDate;
  /** The sealed documents; sha256 as hex. */
  documents: { kind: DocumentKind; sha256: string }[];
  /** The newest version that the court filed beside it. */
  later: Beside | null;
  /** Of such a version: the document beside which it was filed, with its own order. */
  original: Beside | null;
};

export type PublicFiling = IssuedFiling | SealedFiling;

const publicEvents: PublicEvent[] = ['issued', 'filed', 'amended', 'corrected'];

function publicOf(found: IssuedFiling | null): PublicFiling | null {
  return found?.restrictions.includes('sealed') ? { isSealed: true, event: found.event } : found;
}

/**
 * SHA-256 as hex. Codes are looked up by their hash, so that the duration of a look-up reveals nothing about
 * the code.
 */
export function hashCode(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}

/** The filing that has the file with this SHA-256 (hex) among its sealed documents, or null. */
export async function findIssuedByHash(sha256: string): Promise<PublicFiling | null> {
  return publicOf(await findIssued(sql`${register.documents} @> ${JSON.stringify([{ sha256 }])}::jsonb`));
}

/** The issued filing that bears the verification code, in any spelling, or null. */
export async function findIssuedByCode(code: string): Promise<PublicFiling | null> {
  return publicOf(await findByCode(code));
}

const findByCode = (code: string) =>
  findIssued(eq(filings.verificationHash, hashCode(readVerificationCode(code) ?? '')));

/** The issued filing that bears both the court file number and the verification code, or null. */
export async function findIssuedByNumber(fileNumber: string, code: string): Promise<PublicFiling | null> {
  const found = await findByCode(code);
  const isSame = timingSafeEqual(digest(found?.fileNumber ?? ''), digest(fileNumber));
  return isSame ? publicOf(found) : null;
}

const digest = (text: string) => createHash('sha256').update(text).digest();

async function findIssued(which: SQL): Promise<IssuedFiling | null> {
  const [row] = await db()
    .select({
      reference: filings.reference,
      event: sql<PublicEvent>`${register.kind}`,
      fileNumber: sql<string>`${register.fileNumber}`,
      court: courts.municipality,
      claim: filings.claim,
      issueOn: sql<IsoDate>`${register.issuedOn}`,
      documents: register.documents,
      corrects: register.corrects,
      restrictions: restrictedColumns.restrictions,
    })
    .from(filings)
    .innerJoin(register, and(eq(register.filingId, filings.id), inArray(register.kind, publicEvents)))
    .innerJoin(courts, eq(courts.id, filings.courtId))
    .where(and(eq(filings.state, 'issued'), which));
  if (!row) return null;
  const { claim, reference, corrects, ...told } = row;
  const [later, original] = [
    await findLater(told.fileNumber, reference),
    corrects && (await findOriginal(corrects)),
  ];
  return { ...told, isSealed: false, documentType: claim.documentType, later, original };
}

/** The newest version that was filed beside the documents of this filing, by its reference. */
async function findLater(fileNumber: string, reference: string): Promise<Beside | null> {
  const beside = and(eq(filings.filedIn, fileNumber), sql`${register.corrects} ->> 'filing' = ${reference}`);
  const [later] = await db()
    .select({
      event: sql<PublicEvent>`${register.kind}`,
      on: sql<IsoDate>`${register.issuedOn}`,
      orderedOn: sql<IsoDate | null>`${register.corrects} ->> 'orderedOn'`,
    })
    .from(filings)
    .innerJoin(register, and(eq(register.filingId, filings.id), inArray(register.kind, publicEvents)))
    .where(beside)
    .orderBy(desc(register.entry))
    .limit(1);
  return later ?? null;
}

/** The document beside which a version was filed. */
async function findOriginal({ filing, orderedOn }: Corrects): Promise<Beside | null> {
  const [original] = await db()
    .select({ event: sql<PublicEvent>`${register.kind}`, on: sql<IsoDate>`${register.issuedOn}` })
    .from(filings)
    .innerJoin(register, and(eq(register.filingId, filings.id), inArray(register.kind, publicEvents)))
    .where(eq(filings.reference, filing));
  return original ? { ...original, orderedOn } : null;
}
