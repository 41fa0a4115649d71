import type { Sql } from 'postgres';
import { newClaimant } from '../support/people/claimant';
import type { Visitor } from '../support/people/visitor';
import type { Role } from './rights/audience';

/** `own`: texts that stand in every row of the person's; `cookie` opens what they may open. */
type Person = { role: Role; cookie: string; userId: string; own: string[] };
export type People = Record<Role, Person>;

const anonymous: Person = { role: 'anonymous', cookie: '', userId: '', own: [] };

/** Registers somebody over HTTP, as far as My account. */
async function register(origin: string, sql: Sql, role: Role): Promise<{ person: Person; visitor: Visitor }> {
  const oneKeyId = `marker-id-${role}`;
  const visitor = await newClaimant(origin, oneKeyId);
  const [row] = await sql`select u.id as user_id, p.id as profile_id, p.contact->>'email' as email
    from users u join profiles p on p.user_id = u.id where u.one_key_id = ${oneKeyId}`;
  if (!row) throw new Error(`${role} could not register`);
  const own = [row.user_id, row.profile_id, row.email];
  return { person: { role, cookie: visitor.cookie, userId: row.user_id, own }, visitor };
}

/**
 * Makes a person staff. Staff give a second factor to open anything: in this database the session is marked as one in
 * which it was just given.
 */
async function makeStaff(
  sql: Sql,
  { userId }: Person,
  role: 'clerk' | 'registrar' | 'administrator',
): Promise<void> {
  await sql`update users set role = ${role} where id = ${userId}`;
  await sql`update sessions set second_step_due = false, confirmed_at = now() where user_id = ${userId}`;
}

/** One of each: a stranger, two filers, one who is locked out after signing in, a clerk, a registrar and an administrator. */
export async function makePeople(origin: string, sql: Sql): Promise<{ people: People; owner: Visitor }> {
  const made = (role: Role) => register(origin, sql, role);
  const [owner, other, locked] = [await made('owner'), await made('other'), await made('locked')];
  const [clerk, registrar] = [await made('clerk'), await made('registrar')];
  const administrator = await made('administrator');
  await makeStaff(sql, clerk.person, 'clerk');
  await makeStaff(sql, registrar.person, 'registrar');
  await makeStaff(sql, administrator.person, 'administrator');
  await sql`update users set locked_at = now() where id = ${locked.person.userId}`;
  const people = {
    anonymous,
    owner: owner.person,
    other: other.person,
    locked: locked.person,
    clerk: clerk.person,
    registrar: registrar.person,
    administrator: administrator.person,
  };
  return { people, owner: owner.visitor };
}

/**
 * Opens again what a request of the matrix ended, such as Exit, so that the next is sent by the same person; and however
 * long the matrix takes, staff gave their second factor just before.
 */
export async function reopenSessions(sql: Sql): Promise<void> {
  await sql`update sessions set ended_at = null, end_reason = null where ended_at is not null`;
  await sql`update sessions set confirmed_at = now() where confirmed_at is not null`;
}
