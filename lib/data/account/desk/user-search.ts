import { and, asc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { userColumns } from '@/lib/data/account/user-administration';
import { anywhere } from '@/lib/data/db/conditions';
import { db } from '@/lib/data/db/db';
import {
  type CappedPage,
  cappedPageOf,
  countedAtMost,
  countToMost,
  inOrder,
  rowsPerPage,
} from '@/lib/data/db/page';
import { profiles, users, userTexts } from '@/lib/data/db/schema/account';
import { type Actor, can, type Role } from '@/lib/domain/access/access';
import { peopleQuery } from '@/lib/domain/filing/search-query';
import type { Sort } from '@/lib/domain/sorting';

const line = { ...userColumns, contact: profiles.contact };

/** The columns by which administrators may order the list of people. */
export const USER_SORTS = ['oneKeyId', 'name', 'role', 'lock', 'since'] as const;
export type UserSort = Sort<(typeof USER_SORTS)[number]>;

const sortedBy = {
  oneKeyId: users.oneKeyIdFolded,
  name: sql`nullif(lower(concat(${profiles.contact} ->> 'lastName', ' ', ${profiles.contact} ->> 'firstName')), ' ')`,
  role: users.role,
  lock: sql`coalesce(${users.closedAt}, ${users.lockedAt})`,
  since: users.createdAt,
};
const byId: UserSort = { by: 'oneKeyId', descending: false };

const has = (pattern: string): SQL => sql`${userTexts.search} like ${pattern}`;

/** What must stand in a person's texts. @throws Refused 'searchWithoutWords' */
function wordsIn(typed: string): SQL | undefined {
  const { emails, parts } = peopleQuery(typed);
  if (emails.length + parts.length === 0) throw new Refused('searchWithoutWords');
  const addresses = emails.map((forms) => or(...forms.map((form) => has(anywhere(` ${form} `)))));
  return and(...addresses, ...parts.map(has));
}

/**
 * The people whose texts have the words, up to one more than is shown. They are fetched by the index of words alone, so
 * that a search takes no longer with a million people.
 */
async function findIds(typed: string, role: Role | undefined): Promise<string[]> {
  const found = await db()
    .select({ id: userTexts.userId })
    .from(userTexts)
    .innerJoin(users, eq(users.id, userTexts.userId))
    .where(and(wordsIn(typed), role && eq(users.role, role)))
    .limit(countedAtMost + 1);
  return found.map(({ id }) => id);
}

async function conditionOf(typed: string, role: Role | undefined) {
  if (!typed) {
    const condition = role && eq(users.role, role);
    return { condition, counted: await countToMost(users, condition) };
  }
  const ids = await findIds(typed, role);
  return { condition: inArray(users.id, ids.slice(0, countedAtMost)), counted: ids.length };
}

/**
 * Searches people by parts of their ONE-key ID, name or firm and by e-mail addresses in full, 20 a page; '' finds all.
 * Apostrophes, hyphens, accents, case and the order of names make no difference. At most a thousand are shown.
 * @throws NotFound for anyone but administrators; Refused 'searchWithoutWords'
 */
export async function searchUsers(
  actor: Actor,
  {
    typed,
    role,
    page,
    sort = byId,
  }: { typed: string; role?: Role | undefined; page: number; sort?: UserSort | undefined },
) {
  if (!can(actor, 'manage-users')) throw new NotFound('users');
  const { condition, counted } = await conditionOf(typed, role);
  const { offset, ...shown } = cappedPageOf(page, counted);
  const rows = await db()
    .select(line)
    .from(users)
    .leftJoin(profiles, eq(profiles.userId, users.id))
    .where(condition)
    .orderBy(inOrder(sortedBy, sort), asc(users.oneKeyIdFolded))
    .limit(rowsPerPage)
    .offset(offset);
  return { ...shown, rows } satisfies CappedPage<(typeof rows)[number]>;
}
export type FoundUser = Awaited<ReturnType<typeof searchUsers>>['rows'][number];
