import { strict as assert } from 'node:assert';
import type { Court } from '../faults/court';
import { claimBlob, newClaimant, prepareDraft, submitDraft } from '../support/people/claimant';
import { Visitor } from '../support/people/visitor';

/** The limits that docs/decisions/limits-of-sending.md gives reasons for. */
const submissions = 100;
const signUps = 120;

const from = (origin: string, ip: string) => new Visitor(origin, { 'x-forwarded-for': ip });

/** Who sends more than a firm ever does is told when the next is accepted, and nobody else is. */
export async function tooMuchSent(court: Court): Promise<string> {
  const { origin } = await court.start('2026-11-24T15:00:00.000Z');
  await tooManySubmissions(court, origin);
  await tooManySignUps(origin);
  return `${submissions} submissions of an account and ${signUps} sign-ups of an address; the next was told how long to wait`;
}

async function tooManySubmissions(court: Court, origin: string): Promise<void> {
  const visitor = await newClaimant(origin);
  const pdf = await claimBlob();
  const draft = await prepareDraft(visitor, pdf);
  const review = await visitor.get(`/en/claims/${draft}/review`);
  for (let n = 0; n < submissions; n += 1) {
    const page = await visitor.submit(review, 'certify', {});
    assert.doesNotMatch(page.html, /many tries in a short time/);
  }
  assert.match(await submitDraft(visitor, draft), /many tries in a short time\. Try again in \d+ minutes?/);
  const [stored] = await court.sql`select count(*)::int as n from filings`;
  assert.equal(stored?.n, 0, 'nothing was submitted');
  const again = await visitor.get(`/en/claims/${draft}/review`);
  assert.match(again.html, /name="certify"/, 'the draft is as it was');
  const other = await newClaimant(origin);
  assert.match(await submitDraft(other, await prepareDraft(other, pdf)), /R-[0-9A-Z]{4}-[0-9A-Z]{4}/);
}

async function tooManySignUps(origin: string): Promise<void> {
  const script = from(origin, '198.51.100.7');
  const form = await script.get('/en/sign-up');
  const refused = { oneKeyId: '' };
  for (let n = 0; n < signUps; n += 1) {
    const page = await script.submit(form, 'oneKeyId', refused);
    assert.doesNotMatch(page.html, /many tries in a short time/);
  }
  const page = await script.submit(form, 'oneKeyId', refused);
  assert.match(page.html, /many tries in a short time\. Try again in \d+ minutes?/);
  const neighbour = await from(origin, '198.51.100.8').submit(form, 'oneKeyId', refused);
  assert.doesNotMatch(neighbour.html, /many tries in a short time/);
}
