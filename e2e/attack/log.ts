import { strict as assert } from 'node:assert';
import type { Court } from '../faults/court';
import { claimPdf } from '../fixtures/pdfs';
import { confirmByLink, prepareDraft, registerClaimant, submitDraft } from '../support/people/claimant';
import { newPerson } from '../support/people/person';
import { Visitor } from '../support/people/visitor';
import { until } from '../support/until';

/** Where the words of the document are looked for, too. */
const title = 'STATEMENT OF CLAIM about a Purple Elevator';

/** What the claimant of e2e/support/people types beside what is their own. */
const typed = [
  ...['Tremblay', 'Zoé', '12 Example Street', 'l4m3p2', 'L4M 3P2', '555-0123', '5550123'],
  ...['Northern Elevator', '1 Industrial Road', 'Orillia', 'Purple Elevator', 'quibble.pdf'],
];

type Line = { requestId?: string; msg?: string };

/** A line of the log. @throws where it is no JSON */
function parse(line: string): Line {
  try {
    return JSON.parse(line) as Line;
  } catch {
    throw new Error(`no JSON: ${line.slice(0, 200)}`);
  }
}

/**
 * Everything that a person does, and much that goes wrong, at the most talkative level: nothing of what was typed or
 * uploaded is in the log, each line is JSON, and lines of a request bear its id.
 */
export async function nothingTypedIsLogged(court: Court): Promise<string> {
  const server = await court.start('2026-11-24T15:00:00.000Z', undefined, 1, { LOG_LEVEL: 'debug' });
  const [person, visitor] = [newPerson(), new Visitor(server.origin)];
  await registerClaimant(visitor, person, `recovery-${person.email}`);
  // A refusal is logged in the request that it belongs to; an issued claim may be logged by the worker, under no request.
  const stranger = new Visitor(server.origin, { 'x-request-id': 'looked-for-0001' });
  const wrong = { oneKeyId: person.oneKeyId, password: 'entirely wrong words here' };
  await stranger.submit(await stranger.get('/en/sign-in'), 'oneKeyId', wrong);
  await stranger
    .submit(await stranger.get('/en/recover'), '$ACTION_KEY', { email: person.email })
    .catch(() => null);
  await stranger.get(`/en/no-such-page?email=${person.email}`);
  await stranger.get('/%ff');
  const notPdf = new File(['Purple Elevator'], 'quibble.pdf', { type: 'application/pdf' });
  const pdf = new File([Buffer.from(await claimPdf({ title, pages: 1 }))], 'quibble.pdf', {
    type: 'application/pdf',
  });
  await prepareDraft(visitor, notPdf);
  await submitDraft(visitor, await prepareDraft(visitor, pdf));
  await until('the address is asked about', async () => court.resend.accepted.length > 0);
  const link = court.resend.accepted.find((mail) => mail.to === person.email)?.link ?? '';
  await confirmByLink(visitor, link);
  await court.settled();
  await fetch(`${server.origin}/api/verify`, { method: 'POST', body: new Uint8Array(10) });
  const lines = server.output().split('\n').filter(Boolean).map(parse);
  const own = [
    ...Object.values(person).flat(),
    wrong.password,
    new URL(link).pathname.split('/').at(-1) ?? '',
  ];
  const output = server.output().toLowerCase();
  for (const one of [...typed, ...own]) assert.ok(!output.includes(one.toLowerCase()), `the log has ${one}`);
  const withId = lines.filter(({ requestId }) => requestId === 'looked-for-0001').length;
  assert.ok(withId > 0, 'lines bear the id of their request');
  return `${lines.length} lines of JSON, ${withId} of them by the id that a visitor brought, none with a word of what was typed`;
}
