import { strict as assert } from 'node:assert';
import type { Court } from '../faults/court';
import {
  claimBlob,
  confirmByLink,
  prepareDraft,
  registerClaimant,
  submitDraft,
} from '../support/people/claimant';
import { newPerson } from '../support/people/person';
import { Visitor } from '../support/people/visitor';
import { until } from '../support/until';

const claims = 5;

/** Somebody gives another person's address and files claims: the other gets a link to confirm, and nothing of the claims. */
export async function strangersMail(court: Court): Promise<string> {
  const { origin } = await court.start('2026-11-24T15:00:00.000Z');
  const [visitor, person] = [new Visitor(origin), newPerson()];
  await registerClaimant(visitor, person);
  const pdf = await claimBlob();
  for (let n = 0; n < claims; n += 1) await submitDraft(visitor, await prepareDraft(visitor, pdf));
  await until('the claims are issued', async () => {
    const [row] = await court.sql`select count(*)::int as n from outbox where kind = 'claim-issued'`;
    return row?.n === claims;
  });
  await court.settled();
  const before = court.resend.accepted.filter(({ to }) => to === person.email);
  assert.deepEqual(
    [before.length, before.flatMap(({ attachments }) => attachments)],
    [1, []],
    'one message, without a file',
  );
  await confirmByLink(visitor, before[0]?.link ?? '');
  await court.settled();
  const after = court.resend.accepted.filter(({ to }) => to === person.email);
  // One message a claim: that of the issue bears what the receipt says, and took its place.
  assert.equal(after.length, 1 + claims, 'what waited is sent once the address is confirmed');
  return `${claims} claims: 1 message before the address was confirmed, ${claims} after it`;
}

/** Whoever only has the cookie can change no address, and learns the same from a wrong password. */
export async function stolenCookie(court: Court): Promise<string> {
  const { origin } = await court.start('2026-11-24T15:00:00.000Z');
  const [owner, person] = [new Visitor(origin), newPerson()];
  await registerClaimant(owner, person);
  const thief = new Visitor(origin);
  for (const [name, value] of owner.cookies) thief.cookies.set(name, value);
  const stored = async () => (await court.sql`select contact ->> 'email' as email from profiles`)[0]?.email;
  for (const currentPassword of ['', 'not the right words at all']) {
    const page = await thief.get('/en/contact-information');
    await thief.submit(page, 'lastName', {
      ...Object.fromEntries(fieldsOf(page.html)),
      email: 'thief@example.org',
      currentPassword,
    });
    assert.equal(await stored(), person.email, 'the address stays');
  }
  const page = await owner.get('/en/contact-information');
  const change = {
    ...Object.fromEntries(fieldsOf(page.html)),
    email: 'mine@example.org',
    currentPassword: person.password,
  };
  await owner.submit(page, 'lastName', change);
  assert.equal(await stored(), 'mine@example.org', 'the owner can change it');
  return 'a contact address was changed by its password alone';
}

/** The values of a form's text fields and choices. */
function fieldsOf(html: string): [string, string][] {
  const inputs = [...html.matchAll(/<input[^>]*>/g)].map(([tag]) => tag);
  const chosen = inputs.filter(
    (tag) => !/type="(radio|checkbox|hidden)"/.test(tag) || /type="radio"[^>]*checked/.test(tag),
  );
  const value = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  const selects = [...html.matchAll(/<select[^>]*\sname="([^"]+)"[^>]*>(.*?)<\/select>/gs)].map(
    ([, name = '', options = '']): [string, string] => [
      name,
      /<option[^>]*\svalue="([^"]*)"[^>]*selected/.exec(options)?.[1] ?? '',
    ],
  );
  return [...chosen.map((tag): [string, string] => [value(tag, 'name'), value(tag, 'value')]), ...selects];
}
