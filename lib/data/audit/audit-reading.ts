import { fromZonedTime } from 'date-fns-tz';
import { and, desc, eq, gte, inArray, lt, or, type SQL } from 'drizzle-orm';
import { NotFound } from '@/lib/data/access/errors';
import { record } from '@/lib/data/audit/audit';
import { db } from '@/lib/data/db/db';
import { type CappedPage, cappedPageOf, countedAtMost, inOrder, rowsPerPage } from '@/lib/data/db/page';
import { users } from '@/lib/data/db/schema/account';
import { audit } from '@/lib/data/db/schema/audit';
import { isUuid } from '@/lib/data/db/uuid';
import { type Actor, can } from '@/lib/domain/access/access';
import { type AuditGroup, presentAction, recordedActions } from '@/lib/domain/access/audit';
import { foldOneKeyId } from '@/lib/domain/account/one-key-id';
import { addDays, COURT_ZONE, type IsoDate } from '@/lib/domain/court/day';
import type { Sort } from '@/lib/domain/sorting';

/**
 * The search terms. A term that is left out matches everything. Days are Toronto's, the last one included.
 */
export type AuditSearch = {
  reference?: string;
  group?: AuditGroup | undefined;
  /** The whole ONE-key ID of the person who did it, or to whom it was done. */
  oneKeyId?: string;
  from?: IsoDate;
  until?: IsoDate;
  page: number;
  /** Another order of the newest thousand lines. */
  sort?: AuditSort | undefined;
};

/** The columns by which administrators may order the log. */
export const AUDIT_SORTS = ['at', 'action', 'actor', 'subject', 'ip', 'outcome'] as const;
type AuditSort = Sort<(typeof AUDIT_SORTS)[number]>;

const sortedBy = {
  at: audit.entry,
  action: audit.action,
  actor: audit.actor,
  subject: audit.subject,
  ip: audit.ip,
  outcome: audit.outcome,
};
const newestFirst: AuditSort = { by: 'at', descending: true };

/** These lines in the order that was asked for, in which they are shown. */
async function inAskedOrder(entries: number[], sort: AuditSort): Promise<number[]> {
  const rows = await db()
    .select({ entry: audit.entry })
    .from(audit)
    .where(inArray(audit.entry, entries))
    .orderBy(inOrder(sortedBy, sort), desc(audit.entry));
  return rows.map(({ entry }) => entry);
}

/**
 * A line: `person` did `action`, by its present name, to `subject`. Both are ONE-key IDs where there is one.
 */
export type AuditLine = Pick<
  typeof audit.$inferSelect,
  'entry' | 'at' | 'actor' | 'ip' | 'action' | 'subject' | 'outcome'
> & { person: string | null; subjectPerson: string | null };

/** No account has this id. */
const nobody = '00000000-0000-0000-0000-000000000000';

async function idOf(oneKeyId: string): Promise<string> {
  const [user] = await db()
    .select({ id: users.id })
    .from(users)
    .where(eq(users.oneKeyIdFolded, foldOneKeyId(oneKeyId)));
  return user?.id ?? nobody;
}

const startOf = (day: IsoDate) => fromZonedTime(`${day}T00:00:00`, COURT_ZONE);

function matches({ reference, group, from, until }: AuditSearch, userId?: string): SQL | undefined {
  return and(
    reference ? eq(audit.subject, reference) : undefined,
    group && inArray(audit.action, recordedActions(group)),
    userId ? or(eq(audit.userId, userId), eq(audit.subject, userId)) : undefined,
    from ? gte(audit.at, startOf(from)) : undefined,
    until ? lt(audit.at, startOf(addDays(until, 1))) : undefined,
  );
}

/** The ONE-key IDs of the people that the lines name by their rows' ids. */
async function namesOf(ids: (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null && isUuid(id)))] as string[];
  if (known.length === 0) return new Map();
  const named = await db()
    .select({ id: users.id, oneKeyId: users.oneKeyId })
    .from(users)
    .where(inArray(users.id, known));
  return new Map(named.map(({ id, oneKeyId }) => [id, oneKeyId]));
}

/** The search terms in the form in which the log stores them: people by their rows' ids. */
function searched(
  { group, from, until, page }: AuditSearch,
  userId?: string,
): Record<string, string | number> {
  return {
    page,
    ...(group && { group }),
    ...(userId && { person: userId }),
    ...(from && { from }),
    ...(until && { until }),
  };
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
  const userId = search.oneKeyId ? await idOf(search.oneKeyId) : undefined;
  const about = { subject: search.reference || 'audit log', details: searched(search, userId) };
  await record(db(), actor, { action: 'read audit log', ...about }, now);

  const found = await db()
    .select({ entry: audit.entry })
    .from(audit)
    .where(matches(search, userId))
    .orderBy(desc(audit.entry))
    .limit(countedAtMost + 1);
  const shown = cappedPageOf(search.page, found.length);
  const listed = found.slice(0, shown.total).map(({ entry }) => entry);
  const sort = search.sort ?? newestFirst;
  const ordered = await inAskedOrder(listed, sort);
  const entries = ordered.slice(shown.offset, shown.offset + rowsPerPage);
  if (entries.length === 0) return { ...shown, rows: [] };
  const lines = await db()
    .select()
    .from(audit)
    .where(inArray(audit.entry, entries))
    .orderBy(inOrder(sortedBy, sort), desc(audit.entry));
  const names = await namesOf(lines.flatMap(({ userId: by, subject }) => [by, subject]));
  const nameOf = (id: string | null) => (id && names.get(id)) ?? null;
  const rows = lines.map(({ userId: by, details: _details, ...line }) => ({
    ...line,
    action: presentAction(line.action),
    person: nameOf(by),
    subjectPerson: nameOf(line.subject),
  }));
  return { ...shown, rows };
}
