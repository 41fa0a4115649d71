import { and, desc, eq, gte, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import { union, unionAll } from 'drizzle-orm/pg-core';
import { oneKeyIdsOf } from '@/lib/data/audit/one-key-ids';
import { isAmong } from '@/lib/data/db/conditions';
import { db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { audit } from '@/lib/data/db/schema/audit';
import { isUuid } from '@/lib/data/db/uuid';
import {
  type AuditAction,
  type AuditGroup,
  namesOfAction,
  presentAction,
  type RecordedAction,
  recordedActions,
} from '@/lib/domain/access/audit';
import { foldOneKeyId } from '@/lib/domain/account/one-key-id';
import { addDays, type IsoDate, startOfDay } from '@/lib/domain/court/day';

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

/** Where a line stands in the log, the newest first: two lines of one instant by their numbers. */
export type AuditPlace = { at: Date; entry: number };

/** What holds for every line that matches. */
function condition(query: AuditQuery, before: AuditPlace | undefined): SQL | undefined {
  const { reference, action, outcome, from, until } = query;
  const { at, entry } = audit;
  return and(
    reference ? eq(audit.subject, reference) : undefined,
    action && inArray(audit.action, namesOfAction(action)),
    // Written as in the index `audit_refused`, so that the database uses it.
    outcome && (outcome === 'refused' ? sql`${audit.outcome} = 'refused'` : eq(audit.outcome, outcome)),
    from ? gte(at, startOfDay(from)) : undefined,
    until ? lt(at, startOfDay(addDays(until, 1))) : undefined,
    before && or(lt(at, before.at), and(eq(at, before.at), lt(entry, before.entry))),
    // Bounds the index, which the condition above does not.
    before && sql`${at} <= ${sql.param(before.at, at)}`,
  );
}

type Columns = 'places' | 'lines';
const columns = {
  places: { at: audit.at, entry: audit.entry },
  lines: {
    ...{ at: audit.at, entry: audit.entry, actor: audit.actor, userId: audit.userId, ip: audit.ip },
    ...{ action: audit.action, subject: audit.subject, outcome: audit.outcome, details: audit.details },
  },
};
type Found = { places: AuditPlace; lines: StoredLine };
type StoredLine = Pick<typeof audit.$inferSelect, keyof typeof columns.lines>;

/** A walk along one index: the first lines that match and of which `own` holds, the newest first. */
const walk = (what: Columns, query: AuditQuery, most: number, before: AuditPlace | undefined, own?: SQL) =>
  db()
    .select(columns[what as 'lines'])
    .from(audit)
    .where(and(own, condition(query, before)))
    .orderBy(desc(audit.at), desc(audit.entry))
    .limit(most);

/**
 * The first matching lines, the newest first. What was done by a person and what was done to them are looked for apart, and so is
 * each act of a group: the lines of a rare one lie far apart in the log. Whoever wants all lines walks the log once.
 * @param what `places` where the lines are only counted or picked from
 */
export async function findLines<What extends Columns>(
  what: What,
  query: AuditQuery,
  most: number,
  before?: AuditPlace,
): Promise<Found[What][]> {
  const { userId, group, action } = query;
  const acts = group && !action ? recordedActions(group) : undefined;
  const walkOf = (own?: SQL) => walk(what, query, most, before, own);
  const ofGroup = acts && inArray(audit.action, acts);
  if (userId) return (await ofPerson(userId, ofGroup, walkOf, most)) as Found[What][];
  const found = acts && what === 'places' ? ofActs(acts, walkOf, most) : walkOf(ofGroup).execute();
  return (await found) as Found[What][];
}

type Walk = (own?: SQL) => ReturnType<typeof walk>;

function ofPerson(userId: string, ofGroup: SQL | undefined, walkOf: Walk, most: number) {
  const by = walkOf(and(eq(audit.userId, userId), ofGroup));
  const to = walkOf(and(eq(audit.subject, userId), ofGroup));
  return union(by, to).orderBy(desc(audit.at), desc(audit.entry)).limit(most).execute();
}

/** Each act by its name, so that the database knows how rare it is. */
function ofActs(acts: readonly RecordedAction[], walkOf: Walk, most: number): Promise<StoredLine[]> {
  const [first, second, ...others] = acts.map((act) => walkOf(eq(audit.action, act)));
  if (!first || !second) return first?.execute() ?? Promise.resolve([]);
  return unionAll(first, second, ...others)
    .orderBy(desc(audit.at), desc(audit.entry))
    .limit(most)
    .execute();
}

/** The lines at these places. */
export const atPlaces = (places: AuditPlace[]): SQL =>
  isAmong(
    audit.entry,
    'bigint',
    places.map(({ entry }) => entry),
  );

/** The stored lines at these places, in their order. */
export async function linesAt(places: AuditPlace[]): Promise<StoredLine[]> {
  if (places.length === 0) return [];
  const found = await db().select(columns.lines).from(audit).where(atPlaces(places));
  const byEntry = new Map(found.map((line) => [line.entry, line]));
  return places.flatMap(({ entry }) => byEntry.get(entry) ?? []);
}

/** Names beyond these are forgotten, so that a long export takes no more memory than a short one. */
const mostNames = 50_000;

/**
 * Gives lines the ONE-key IDs of the people whom they name by their rows' ids, and actions their present names.
 * @param known names that were looked up before, to be used again
 */
export async function withNames(
  rows: StoredLine[],
  known = new Map<string, string | null>(),
): Promise<AuditLine[]> {
  if (known.size > mostNames) known.clear();
  const named = rows.flatMap(({ userId: by, subject }) => [by, subject]);
  const asked = new Set(named.filter((id) => id !== null && !known.has(id) && isUuid(id)) as string[]);
  const found = await oneKeyIdsOf(asked);
  for (const id of asked) known.set(id, found.get(id) ?? null);
  const nameOf = (id: string | null) => (id && known.get(id)) ?? null;
  return rows.map(({ userId: by, ...line }) => ({
    ...line,
    action: presentAction(line.action),
    person: nameOf(by),
    subjectPerson: nameOf(line.subject),
  }));
}
