import { createHash, timingSafeEqual } from 'node:crypto';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import { db } from '@/lib/data/db';
import { courts, filings, register } from '@/lib/data/schema';
import type { DocumentType } from '@/lib/domain/claim';
import type { IsoDate } from '@/lib/domain/day';
import type { DocumentKind } from '@/lib/domain/document';
import { readVerificationCode } from '@/lib/domain/verification';

/** What anyone may learn of an issued filing: never who the parties are, nor who filed it. */
export type IssuedFiling = {
  fileNumber: string;
  /** The municipality of the court office. */
  court: string;
  documentType: DocumentType;
  /** The date that the document bears, in Toronto. */
  issueOn: IsoDate;
  /** The sealed documents; sha256 as hex. */
  documents: { kind: DocumentKind; sha256: string }[];
};

/** SHA-256 as hex. Look-ups go by it: the time they take tells nothing of the code itself. */
export function hashCode(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}

/** The filing among whose sealed documents is the file with this SHA-256 (hex), or null. */
export function findIssuedByHash(sha256: string): Promise<IssuedFiling | null> {
  return findIssued(sql`${register.documents} @> ${JSON.stringify([{ sha256 }])}::jsonb`);
}

/** The issued filing that bears the verification code, in whatever way it is written, or null. */
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
      fileNumber: sql<string>`${register.fileNumber}`,
      court: courts.municipality,
      documentType: sql<DocumentType>`${filings.claim} ->> 'documentType'`,
      issueOn: register.issuedOn,
      documents: register.documents,
    })
    .from(filings)
    .innerJoin(register, and(eq(register.filingId, filings.id), eq(register.kind, 'issued')))
    .innerJoin(courts, eq(courts.id, filings.courtId))
    .where(and(eq(filings.state, 'issued'), which));
  return row ?? null;
}
