import { fromZonedTime } from 'date-fns-tz';
import { and, desc, eq, gte, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import { union } from 'drizzle-orm/pg-core';
import { db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { audit } from '@/lib/data/db/schema/audit';
import { isUuid } from '@/lib/data/db/uuid';
import {
  type AuditAction,
  type AuditGroup,
  namesOfAction,
  presentAction,
  recordedActions,
} from '@/lib/domain/access/audit';
import { foldOneKeyId } from '@/lib/domain/account/one-key-id';
import { addDays, COURT_ZONE, type IsoDate } from '@/lib/domain/court/day';

/** The search terms. A term that is left out matches everything. Days are Toronto's, the last one included. */
export type AuditTerms = {
  reference?: string;
  group?: AuditGroup | undefined;
  action?: AuditAction | undefined;
  outcome?: 'done' | 'refused' | undefined;
  /** The whole ONE-key ID of the person who did it, or to whom it was done. */
  oneKeyId?: string;
  from?: IsoDate;
  until?: IsoDate;
};

/** The terms with the person's id, of an account that may not exist. */
export type AuditQuery = AuditTerms & { userId?: string };

/** A line: `person` did `action`, by its present name, to `subject`. Both are ONE-key IDs where there is one. */
export type AuditLine = Pick<
  typeof audit.$inferSelect,
  'entry' | 'at' | 'actor' | 'ip' | 'action' | 'subject' | 'outcome' | 'details'
> & { person: string | null; subjectPerson: string | null };

/** No account has this id. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** The terms with the id of the person whom they name. */
export async function withPerson(terms: AuditTerms): Promise<AuditQuery> {
  if (!terms.oneKeyId) return terms;
  const [user] = await db()
    .select({ id: users.id })
    .from(users)
    .where(eq(users.oneKeyIdFolded, foldOneKeyId(terms.oneKeyId)));
  return { ...terms, userId: user?.id ?? nobody };
}

/** The terms in the form in which the log stores them: people by their rows' ids. */
export function searched({
  group,
  action,
  outcome,
  userId,
  from,
  until,
}: AuditQuery): Record<string, string> {
  return {
    ...(group && { group }),
    ...(action && { action }),
    ...(outcome && { outcome }),
    ...(userId && { person: userId }),
    ...(from && { from }),
    ...(until && { until }),
  };
}

const startOf = (day: IsoDate) => fromZonedTime(`${day}T00:00:00`, COURT_ZONE);

/** Where a line stands in the log, the newest first: two lines of one instant by their numbers. */
export type AuditPlace = { at: Date; entry: number };

/** What holds for every line that matches. */
function condition(query: AuditQuery, before: AuditPlace | undefined): SQL | undefined {
  const { reference, group, action, outcome, from, until } = query;
  const { at, entry } = audit;
  return and(
    reference ? eq(audit.subject, reference) : undefined,
    action && inArray(audit.action, namesOfAction(action)),
    group && !action ? inArray(audit.action, recordedActions(group)) : undefined,
    outcome && eq(audit.outcome, outcome),
    from ? gte(at, startOf(from)) : undefined,
    until ? lt(at, startOf(addDays(until, 1))) : undefined,
    before && or(lt(at, before.at), and(eq(at, before.at), lt(entry, before.entry))),
    // Bounds the index, which the condition above does not.
    before && sql`${at} <= ${sql.param(before.at, at)}`,
  );
}

/**
 * The first matching lines by their places, the newest first. What was done by a person and what was done to them are
 * looked for apart: each is a walk along one index.
 */
export function findPlaces(query: AuditQuery, most: number, before?: AuditPlace): Promise<AuditPlace[]> {
  const select = (own: SQL | undefined) =>
    db()
      .select({ at: audit.at, entry: audit.entry })
      .from(audit)
      .where(and(own, condition(query, before)))
      .orderBy(desc(audit.at), desc(audit.entry))
      .limit(most);
  const { userId } = query;
  if (!userId) return select(undefined).execute();
  return union(select(eq(audit.userId, userId)), select(eq(audit.subject, userId)))
    .orderBy(desc(audit.at), desc(audit.entry))
    .limit(most)
    .execute();
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

export const isAmong = (places: AuditPlace[]): SQL =>
  sql`${audit.entry} = any(${sql.param(`{${places.map(({ entry }) => entry).join(',')}}`)}::bigint[])`;

/** The lines at these places, in their order. */
export async function linesAt(places: AuditPlace[]): Promise<AuditLine[]> {
  if (places.length === 0) return [];
  const found = await db().select().from(audit).where(isAmong(places));
  const byEntry = new Map(found.map((line) => [line.entry, line]));
  const rows = places.flatMap(({ entry }) => byEntry.get(entry) ?? []);
  const names = await namesOf(rows.flatMap(({ userId: by, subject }) => [by, subject]));
  const nameOf = (id: string | null) => (id && names.get(id)) ?? null;
  return rows.map(({ userId: by, requestId: _, ...line }) => ({
    ...line,
    action: presentAction(line.action),
    person: nameOf(by),
    subjectPerson: nameOf(line.subject),
  }));
}
