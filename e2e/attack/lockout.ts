import { strict as assert } from 'node:assert';
import { setTimeout as wait } from 'node:timers/promises';
import type { Court } from '../faults/court';
import { Authenticator } from '../support/people/authenticator';
import { registerClaimant } from '../support/people/claimant';
import { newPerson, type Person } from '../support/people/person';
import { Visitor } from '../support/people/visitor';

const nextPassword = 'eleven quiet lamps again';
const wrongPassword = 'wrong words all of them';
const wrongAnswers: Person['answers'] = ['wrong', 'wronger', 'wrongest'];

let networks = 0;
/** A browser on a network that nobody had before. */
function visitorFromAnywhere(origin: string): Visitor {
  networks += 1;
  return new Visitor(origin, { 'x-forwarded-for': `10.${networks >> 8}.${networks & 255}.7` });
}

const signIn = async (visitor: Visitor, oneKeyId: string, password: string) =>
  visitor.submit(await visitor.get('/en/sign-in'), 'oneKeyId', { oneKeyId, password });

const begin = async (visitor: Visitor, oneKeyId: string) =>
  visitor.submit(await visitor.get('/en/recover/password'), 'oneKeyId', { oneKeyId });

const giveCode = async (visitor: Visitor, oneTimeCode: string) =>
  visitor.submit(await visitor.get('/en/second-step'), 'oneTimeCode', { oneTimeCode });

const choose = async (visitor: Visitor) =>
  visitor.submit(await visitor.get('/en/recover/new-password'), 'confirmPassword', {
    password: nextPassword,
    confirmPassword: nextPassword,
  });

async function answer(visitor: Visitor, [answer1, answer2, answer3]: Person['answers']) {
  const page = await visitor.get('/en/recover/answers');
  return visitor.submit(page, 'answer1', { answer1, answer2, answer3 });
}

/** Somebody at home, in a browser that is known from now on, without a confirmed e-mail address. */
async function newOwner(origin: string): Promise<{ person: Person; known: Visitor }> {
  const [person, known] = [newPerson(), visitorFromAnywhere(origin)];
  await registerClaimant(known, person);
  return { person, known };
}

/** Strangers on many networks use up all that they may at each door that opens without a password. */
async function besiege(origin: string, oneKeyId: string): Promise<void> {
  for (let network = 0; network < 20; network += 1) {
    const stranger = visitorFromAnywhere(origin);
    for (let n = 0; n < 5; n += 1) await signIn(stranger, oneKeyId, wrongPassword);
    assert.equal((await signIn(stranger, oneKeyId, wrongPassword)).status, 429, 'a network is stopped');
  }
  for (let network = 0; network < 4; network += 1) {
    const stranger = visitorFromAnywhere(origin);
    await begin(stranger, oneKeyId);
    for (let n = 0; n < 5; n += 1) await answer(stranger, wrongAnswers);
    for (let n = 1; n < 10; n += 1) await begin(stranger, oneKeyId);
    assert.equal((await begin(stranger, oneKeyId)).status, 429, 'starts of a network are limited');
    await stranger.get('/en/recover/answers');
    assert.equal((await answer(stranger, wrongAnswers)).status, 429, 'its answers are stopped');
  }
}

/** In the known browser the owner signs in, recovers, and signs in again, all at once. */
async function isLetInWhereKnown({ known, person }: Awaited<ReturnType<typeof newOwner>>): Promise<void> {
  known.cookies.delete('session');
  assert.equal((await signIn(known, person.oneKeyId, person.password)).path, '/en/services');
  known.cookies.delete('session');
  await begin(known, person.oneKeyId);
  assert.equal((await answer(known, person.answers)).path, '/en/recover/new-password');
  assert.match((await choose(known)).path, /^\/en\/sign-in/);
  assert.equal((await signIn(known, person.oneKeyId, nextPassword)).path, '/en/services');
}

/** From a network where nobody knows the owner, both doors open after half a minute. */
async function isLetInElsewhere(origin: string, { oneKeyId, password, answers }: Person): Promise<void> {
  const [elsewhere, forgetful] = [visitorFromAnywhere(origin), visitorFromAnywhere(origin)];
  const first = await signIn(elsewhere, oneKeyId, password);
  assert.ok(first.html.includes('Try again in 1 minute.'), 'the wait for the password is short');
  await begin(forgetful, oneKeyId);
  const asked = await answer(forgetful, answers);
  assert.ok(asked.html.includes('Try again in 1 minute.'), 'the wait for the answers is short');
  await wait(31_000);
  assert.equal((await signIn(elsewhere, oneKeyId, password)).path, '/en/services');
  assert.equal((await answer(forgetful, answers)).path, '/en/recover/new-password');
  await choose(forgetful);
  assert.equal((await signIn(forgetful, oneKeyId, nextPassword)).path, '/en/services');
}

/** Whoever learned the password guesses codes: the owner's known browser takes one at once. */
async function codesOfAThief(origin: string): Promise<void> {
  const { person, known } = await newOwner(origin);
  const setUp = await known.submit(await known.get('/en/two-step'), '$ACTION_KEY', {});
  const app = new Authenticator(/data-testid="setup-key">([^<]+)</.exec(setUp.html)?.[1] ?? '');
  await known.submit(setUp, 'oneTimeCode', { oneTimeCode: await app.code() });
  for (let n = 0; n < 2; n += 1) {
    const thief = visitorFromAnywhere(origin);
    await signIn(thief, person.oneKeyId, person.password);
    for (let tries = 0; tries < 3; tries += 1) await giveCode(thief, '000000');
    if (n === 1) assert.equal((await giveCode(thief, '000000')).status, 429, 'codes are stopped');
  }
  known.cookies.delete('session');
  await signIn(known, person.oneKeyId, person.password);
  assert.equal((await giveCode(known, await app.code())).path, '/en/services');
}

/** The court's staff let the owner in, who then needs none of these doors. */
async function isLetInByStaff(court: Court, origin: string): Promise<void> {
  const [{ person: clerk, known: staff }, { person }] = [await newOwner(origin), await newOwner(origin)];
  await court.sql`update users set role = 'administrator' where one_key_id = ${clerk.oneKeyId}`;
  await court.sql`update sessions set confirmed_at = now()
    where user_id = (select id from users where one_key_id = ${clerk.oneKeyId})`;
  const [row] = await court.sql`select id from users where one_key_id = ${person.oneKeyId}`;
  await besiege(origin, person.oneKeyId);
  const page = await staff.get(`/en/admin/users/${row?.id}`);
  const halfIn = (html: string) => /data-testid="code">([0-9A-Z-]+)</.exec(html)?.[1] ?? '';
  const firstHalf = halfIn((await staff.submit(page, 'identity', { identity: 'passport seen' })).html);
  assert.ok(!(await staff.get(page.path)).html.includes(firstHalf), 'the half is shown once');
  const { person: registrar, known: second } = await newOwner(origin);
  await court.sql`update users set role = 'registrar' where one_key_id = ${registrar.oneKeyId}`;
  await court.sql`update sessions set confirmed_at = now()
    where user_id = (select id from users where one_key_id = ${registrar.oneKeyId})`;
  const [begun] =
    await court.sql`select id from in_person_recoveries where user_id = ${row?.id} and state = 'begun'`;
  const asked = await second.get(`/en/admin/recoveries/${begun?.id}`);
  const secondHalf = halfIn((await second.submit(asked, 'recovery', {})).html);
  const owner = visitorFromAnywhere(origin);
  const entered = await owner.submit(await owner.get('/en/recover/in-person'), 'firstHalf', {
    oneKeyId: person.oneKeyId,
    firstHalf: firstHalf.toLowerCase(),
    secondHalf,
  });
  assert.equal(entered.path, '/en/recover/new-password');
  await choose(owner);
  assert.equal((await signIn(owner, person.oneKeyId, nextPassword)).path, '/en/services');
}

/** Strangers try every door of an account without a confirmed e-mail address, and shut none of them to its owner. */
export async function lockedOut(court: Court): Promise<string> {
  const { origin } = await court.start('2026-11-24T15:00:00.000Z');
  const [one, other] = [await newOwner(origin), await newOwner(origin)];
  await besiege(origin, one.person.oneKeyId);
  await isLetInWhereKnown(one);
  await besiege(origin, other.person.oneKeyId);
  await isLetInElsewhere(origin, other.person);
  await codesOfAThief(origin);
  await isLetInByStaff(court, origin);
  return 'passwords, answers, starts and codes used up by strangers: the owner is in at once in a known browser, after 30 s elsewhere, and by staff';
}
