import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { type Db, db } from '@/lib/data/db/db';
import { restrictions } from '@/lib/data/db/schema/court';
import { filings } from '@/lib/data/db/schema/filing';
import { type Actor, can } from '@/lib/domain/access/access';
import { CLOSING, type Restricted, restrictionsIn } from '@/lib/domain/filing/restriction';

/** What restrictions of court files do to queries of filings. */

const closedFiles = () =>
  db()
    .select({ fileNumber: restrictions.fileNumber })
    .from(restrictions)
    .where(and(isNull(restrictions.liftedAt), inArray(restrictions.kind, [...CLOSING])));

/**
 * A condition for filings that are in no court file closed by a restriction. It is a look-up in the few that are, so that
 * every index of filings serves as before.
 */
export function isOpen(): SQL {
  return sql`(coalesce(${filings.filedIn}, ${filings.fileNumber}) in (${closedFiles()})) is not true`;
}

/** The same for staff's lists: true for those who may open restricted files. */
export function isOpenTo(actor: Actor): SQL {
  return can(actor, 'read-restricted') ? sql`true` : isOpen();
}

// Within a query of one table its columns are written without its name, so the court file's is written out.
const inForce = sql`from ${restrictions} as r where r.lifted_at is null
  and r.file_number = coalesce(filings.filed_in, filings.file_number)`;

/** The restrictions in force on a filing's court file, as columns of a query of filings. */
export const restrictedColumns = {
  restrictions:
    sql<string>`coalesce((select string_agg(r.kind, ',' order by r.kind) ${inForce}), '')`.mapWith(
      restrictionsIn,
    ),
  publicTitle: sql<string>`coalesce((select max(r.public_title) ${inForce}), '')`,
};

/** The title that staff's lists show and order by; null for a sealed file that is not for this person. */
export function titleFor(actor: Actor): SQL<string | null> {
  if (can(actor, 'read-restricted')) return sql<string>`${filings.title}`;
  return sql<string | null>`case
    when exists (select ${inForce} and r.kind = 'sealed') then null
    else coalesce((select r.public_title ${inForce} and r.kind = 'anonymised'), ${filings.title}) end`;
}

/** The restrictions in force on a court file; none for null. */
export async function restrictedOf(fileNumber: string | null, tx: Db = db()): Promise<Restricted> {
  const rows = await tx
    .select({ kind: restrictions.kind, publicTitle: restrictions.publicTitle })
    .from(restrictions)
    .where(and(eq(restrictions.fileNumber, fileNumber ?? ''), isNull(restrictions.liftedAt)))
    .orderBy(restrictions.kind);
  const publicTitle = rows.map((row) => row.publicTitle).find(Boolean) ?? '';
  return { restrictions: rows.map(({ kind }) => kind), publicTitle };
}
