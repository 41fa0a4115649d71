import { createHash, timingSafeEqual } from 'node:crypto';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { restrictedColumns } from '@/lib/data/access/restricted';
import { db } from '@/lib/data/db/db';
import { courts } from '@/lib/data/db/schema/court';
import { filings } from '@/lib/data/db/schema/filing';
import { register } from '@/lib/data/db/schema/register';
import type { DocumentType } from '@/lib/domain/claim/claim';
import type { DocumentKind } from '@/lib/domain/claim/document';
import type { IsoDate } from '@/lib/domain/court/day';
import type { Restriction } from '@/lib/domain/filing/restriction';
import { readVerificationCode } from '@/lib/domain/register/verification';

/** All that is public of a filing in a sealed court file: that it is genuine. */
type SealedFiling = { isSealed: true; event: 'issued' | 'filed' };

/** The public facts of an issued filing. They never include the parties or the filer. */
export type IssuedFiling = {
  isSealed: false;
  /** In force on its court file. */
  restrictions: Restriction[];
  /** `filed`: a later document, filed into the court file of that number. */
  event: 'issued' | 'filed';
  fileNumber: string;
  /** The municipality of the court office. */
  court: string;
  documentType: DocumentType;
  /** The date that the document bears, in Toronto. */
  issueOn: IsoDate;
  /** The sealed documents; sha256 as hex. */
  documents: { kind: DocumentKind; sha256: string }[];
};

export type PublicFiling = IssuedFiling | SealedFiling;

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
      event: sql<'issued' | 'filed'>`${register.kind}`,
      fileNumber: sql<string>`${register.fileNumber}`,
      court: courts.municipality,
      claim: filings.claim,
      issueOn: sql<IsoDate>`${register.issuedOn}`,
      documents: register.documents,
      restrictions: restrictedColumns.restrictions,
    })
    .from(filings)
    .innerJoin(register, and(eq(register.filingId, filings.id), inArray(register.kind, ['issued', 'filed'])))
    .innerJoin(courts, eq(courts.id, filings.courtId))
    .where(and(eq(filings.state, 'issued'), which));
  if (!row) return null;
  const { claim, ...told } = row;
  return { ...told, isSealed: false, documentType: claim.documentType };
}
