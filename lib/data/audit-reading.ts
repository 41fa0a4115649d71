import { fromZonedTime } from 'date-fns-tz';
import { and, desc, eq, gte, inArray, lt, or, type SQL } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { db } from '@/lib/data/db';
import { NotFound } from '@/lib/data/errors';
import { type CappedPage, cappedPageOf, countedAtMost, rowsPerPage } from '@/lib/data/page';
import { audit, users } from '@/lib/data/schema';
import { isUuid } from '@/lib/data/uuid';
import { type Actor, can } from '@/lib/domain/access';
import { foldOneKeyId } from '@/lib/domain/account';
import { AUDIT_ACTIONS, type AuditGroup } from '@/lib/domain/audit';
import { COURT_ZONE } from '@/lib/domain/calendar';
import { addDays, type IsoDate } from '@/lib/domain/day';

/** What is searched for; what is left out finds all. Days are Toronto's, the last one included. */
export type AuditSearch = {
  reference?: string;
  group?: AuditGroup;
  /** The whole ONE-key ID of whoever did it, or to whom it was done. */
  oneKeyId?: string;
  from?: IsoDate;
  until?: IsoDate;
  page: number;
};

/** A line; `person` did it and `subject` is what it was done to, both by ONE-key ID where they have one. */
export type AuditLine = Pick<
  typeof audit.$inferSelect,
  'entry' | 'at' | 'actor' | 'ip' | 'action' | 'subject' | 'outcome'
> & { person: string | null; subjectPerson: string | null };

/** No account has it. */
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
    group && inArray(audit.action, [...AUDIT_ACTIONS[group]]),
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

/** What was searched for, as the log may keep it: people by their rows' ids. */
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
 * The audit log, the newest line first, 20 a page; no more than a thousand are counted and shown. That it is read, and
 * what was searched for, is a line of its own, written before anything is shown.
 * @throws NotFound for all but administrators
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
  const entries = found.slice(shown.offset, shown.offset + rowsPerPage).map(({ entry }) => entry);
  if (entries.length === 0) return { ...shown, rows: [] };
  const lines = await db()
    .select()
    .from(audit)
    .where(inArray(audit.entry, entries))
    .orderBy(desc(audit.entry));
  const names = await namesOf(lines.flatMap(({ userId: by, subject }) => [by, subject]));
  const nameOf = (id: string | null) => (id && names.get(id)) ?? null;
  const rows = lines.map(({ userId: by, details: _details, ...line }) => ({
    ...line,
    person: nameOf(by),
    subjectPerson: nameOf(line.subject),
  }));
  return { ...shown, rows };
}
