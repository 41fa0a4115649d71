import { type SQL, sql } from 'drizzle-orm';
import { documentVersions } from '@/lib/data/db/schema/document';

/** The number of a document's next version, for an insert. */
export function nextVersion(documentId: string): SQL<number> {
  const { version, documentId: of } = documentVersions;
  return sql`(select coalesce(max(${version}), 0) + 1 from ${documentVersions} where ${of} = ${documentId})`;
}
