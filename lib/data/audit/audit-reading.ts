import { desc } from 'drizzle-orm';
import { NotFound } from '@/lib/data/access/errors';
import { record } from '@/lib/data/audit/audit';
import {
  type AuditLine,
  type AuditPlace,
  type AuditTerms,
  atPlaces,
  findLines,
  linesAt,
  searched,
  withNames,
  withPerson,
} from '@/lib/data/audit/audit-search';
import { db } from '@/lib/data/db/db';
import { type CappedPage, cappedPageOf, countedAtMost, inOrder, rowsPerPage } from '@/lib/data/db/page';
import { audit } from '@/lib/data/db/schema/audit';
import { type Actor, can } from '@/lib/domain/access/access';
import type { Sort } from '@/lib/domain/sorting';

/** The columns by which administrators may order the log. */
export const AUDIT_SORTS = ['at', 'action', 'actor', 'subject', 'ip', 'outcome'] as const;
type AuditSort = Sort<(typeof AUDIT_SORTS)[number]>;

/** @property sort another order of the newest thousand lines */
export type AuditSearch = AuditTerms & { page: number; sort?: AuditSort | undefined };

const sortedBy = {
  at: audit.at,
  action: audit.action,
  actor: audit.actor,
  subject: audit.subject,
  ip: audit.ip,
  outcome: audit.outcome,
};

/** The places in the order of a column, the newest first where it says the same. */
async function inAskedOrder(places: AuditPlace[], sort: AuditSort): Promise<AuditPlace[]> {
  if (places.length === 0) return [];
  return db()
    .select({ at: audit.at, entry: audit.entry })
    .from(audit)
    .where(atPlaces(places))
    .orderBy(inOrder(sortedBy, sort), desc(audit.at), desc(audit.entry));
}

/**
 * The audit log, the newest line first, 20 a page. At most a thousand lines are counted and shown. Before
 * anything is shown, a new line records the search terms.
 * @throws NotFound for anyone but administrators
 */
export async function readAudit(
  actor: Actor,
  search: AuditSearch,
  now: Date,
): Promise<CappedPage<AuditLine>> {
  if (!can(actor, 'read-audit')) throw new NotFound('audit log');
  const query = await withPerson(search);
  const details = { page: search.page, ...searched(query) };
  const about = { subject: search.reference || 'audit log', details };
  await record(db(), actor, { action: 'read audit log', ...about }, now);

  const found = await findLines('places', query, countedAtMost + 1);
  const shown = cappedPageOf(search.page, found.length);
  const listed = found.slice(0, shown.total);
  const places = search.sort ? await inAskedOrder(listed, search.sort) : listed;
  const rows = await linesAt(places.slice(shown.offset, shown.offset + rowsPerPage));
  return { ...shown, rows: await withNames(rows) };
}

/** Lines of an export that are read at once. */
const atOnce = 2_000;

/**
 * Every line that matches, the newest first, some thousands at a time, as they are asked for. Before the first, a new
 * line records the search terms. Lines that are written meanwhile are not among them.
 * @throws NotFound for anyone but administrators, at once
 */
export async function exportAudit(
  actor: Actor,
  terms: AuditTerms,
  now: Date,
): Promise<AsyncGenerator<AuditLine[]>> {
  if (!can(actor, 'read-audit')) throw new NotFound('audit log');
  const query = await withPerson(terms);
  const about = { subject: terms.reference || 'audit log', details: searched(query) };
  await record(db(), actor, { action: 'export audit log', ...about }, now);
  return eachPart();

  async function* eachPart(): AsyncGenerator<AuditLine[]> {
    const names = new Map<string, string | null>();
    let rows = await findLines('lines', query, atOnce);
    while (rows.length > 0) {
      // The database finds the next part while this one is written.
      const next = rows.length < atOnce ? [] : findLines('lines', query, atOnce, rows.at(-1));
      // What fails is told when it is awaited, and not before.
      Promise.resolve(next).catch(() => undefined);
      yield await withNames(rows, names);
      rows = await next;
    }
  }
}
