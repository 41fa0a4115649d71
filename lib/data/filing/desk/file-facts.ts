import { asc, eq } from 'drizzle-orm';
import { NotFound } from '@/lib/data/access/errors';
import { db } from '@/lib/data/db/db';
import { documents } from '@/lib/data/db/schema/document';
import { register } from '@/lib/data/db/schema/register';
import { type Actor, can } from '@/lib/domain/access/access';

/** What was found in each document of a filing before it was filed. @throws NotFound for anyone but staff */
export async function listFindings(actor: Actor, filingId: string) {
  if (!can(actor, 'read-filings')) throw new NotFound('documents');
  return db()
    .select({
      id: documents.id,
      name: documents.name,
      kind: documents.kind,
      warnings: documents.warnings,
      reading: documents.reading,
    })
    .from(documents)
    .where(eq(documents.filingId, filingId))
    .orderBy(asc(documents.createdAt), asc(documents.id));
}

/** The register's entries of a filing, the earliest first. @throws NotFound for anyone but staff */
export async function listEntriesOf(actor: Actor, filingId: string) {
  if (!can(actor, 'read-filings')) throw new NotFound('register');
  return db()
    .select({
      entry: register.entry,
      kind: register.kind,
      fileNumber: register.fileNumber,
      issuedOn: register.issuedOn,
      recordedAt: register.recordedAt,
      recordedOn: register.recordedOn,
      hash: register.hash,
    })
    .from(register)
    .where(eq(register.filingId, filingId))
    .orderBy(asc(register.entry));
}
