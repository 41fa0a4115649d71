import { createHash, timingSafeEqual } from 'node:crypto';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { db } from '@/lib/data/db/db';
import { courts } from '@/lib/data/db/schema/court';
import { filings } from '@/lib/data/db/schema/filing';
import { register } from '@/lib/data/db/schema/register';
import type { DocumentType } from '@/lib/domain/claim/claim';
import type { DocumentKind } from '@/lib/domain/claim/document';
import type { IsoDate } from '@/lib/domain/court/day';
import { readVerificationCode } from '@/lib/domain/register/verification';

/** The public facts of an issued filing. They never include the parties or the filer. */
export type IssuedFiling = {
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

/**
 * SHA-256 as hex. Codes are looked up by their hash, so that the duration of a look-up reveals nothing about
 * the code.
 */
export function hashCode(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}

/** The filing that has the file with this SHA-256 (hex) among its sealed documents, or null. */
export function findIssuedByHash(sha256: string): Promise<IssuedFiling | null> {
  return findIssued(sql`${register.documents} @> ${JSON.stringify([{ sha256 }])}::jsonb`);
}

/** The issued filing that bears the verification code, in any spelling, or null. */
export function findIssuedByCode(code: string): Promise<IssuedFiling | null> {
  return findIssued(eq(filings.verificationHash, hashCode(readVerificationCode(code) ?? '')));
}

/** The issued filing that bears both the court file number and the verification code, or null. */
export async function findIssuedByNumber(fileNumber: string, code: string): Promise<IssuedFiling | null> {
  const found = await findIssuedByCode(code);
  const isSame = timingSafeEqual(digest(found?.fileNumber ?? ''), digest(fileNumber));
  return isSame ? found : null;
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
    })
    .from(filings)
    .innerJoin(register, and(eq(register.filingId, filings.id), inArray(register.kind, ['issued', 'filed'])))
    .innerJoin(courts, eq(courts.id, filings.courtId))
    .where(and(eq(filings.state, 'issued'), which));
  if (!row) return null;
  const { claim, ...told } = row;
  return { ...told, documentType: claim.documentType };
}
