import { strict as assert } from 'node:assert';
import { send } from '../access/send';
import type { Court } from '../faults/court';
import { newClaimant } from '../support/people/claimant';
import { Visitor } from '../support/people/visitor';

const endpoints = ['csrf', 'session', 'providers', 'signin', 'signout', 'error', 'callback/credentials'];

/** Ways in that a library or a careless rule could leave open: its own endpoints, scripts of other files, names that look like another or like nothing. */
export async function sideDoors(court: Court): Promise<string> {
  const { origin } = await court.start('2026-11-24T15:00:00.000Z');
  for (const path of endpoints) {
    for (const method of ['GET', 'POST']) {
      const { status } = await send(origin, `/api/auth/${path}`, { method, headers: { origin } });
      assert.equal(status, 404, `${method} /api/auth/${path}`);
    }
  }
  const policyOf = async (path: string) =>
    String((await send(origin, path)).headers['content-security-policy']);
  assert.match(await policyOf('/en/sign-in?next=/en/account'), /script-src 'nonce-[^']+' 'strict-dynamic';/);
  assert.match(await policyOf('/en/sign-in'), /script-src 'self'( 'sha256-[^']+')+;/);
  assert.match(await policyOf('/en/help'), /script-src 'none';/);
  await lookAlikes(court, origin);
  return `${endpoints.length} endpoints of the library answer 404; scripts by nonce or hash alone; IDs and names that deceive the eye are refused`;
}

async function lookAlikes({ sql }: Court, origin: string): Promise<void> {
  const owner = await newClaimant(origin, 'scope-2026');
  const count = async () => (await sql`select count(*)::int as n from users`)[0]?.n;
  const before = await count();
  // The same in Cyrillic letters, one of them among Latin ones, and one that shows nothing.
  for (const oneKeyId of ['ѕсоре-2026', 'sсope-2026', 'scope\u200b-2026', 'ㅤㅤㅤㅤㅤㅤ']) {
    await newClaimant(origin, oneKeyId).catch(() => undefined);
    assert.equal(await count(), before, `${JSON.stringify(oneKeyId)} makes no account`);
  }
  const contact = await owner.get('/en/contact-information');
  assert.ok(contact.html.includes('name="lastName"'));
  await owner.submit(contact, 'lastName', { kind: 'individual', lastName: 'ㅤ', firstName: '\u115f' });
  const [stored] = await sql`select contact ->> 'lastName' as name from profiles`;
  assert.equal(stored?.name, 'Tremblay', 'a name that shows nothing is no name');
  assert.equal((await new Visitor(origin).get('/en/account')).path.includes('sign-in'), true);
}
