import { strict as assert } from 'node:assert';
import { setTimeout as wait } from 'node:timers/promises';
import { Relay } from '../../lib/testing/db/relay';
import { claimBlob, newClaimant, prepareDraft } from '../support/people/claimant';
import { words } from '../support/people/words';
import { check } from './check';
import { Court, evening } from './court';

const inHours = '2026-11-24T15:00:00.000Z';

/** Waits until the server says that it is well. @returns the seconds; throws after `most` */
async function well(origin: string, most: number): Promise<number> {
  const started = performance.now();
  for (;;) {
    const answer = await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(20_000) }).catch(
      () => null,
    );
    const seconds = (performance.now() - started) / 1000;
    if (answer?.ok) return seconds;
    assert.ok(seconds < most, `well again within ${most} s`);
    await wait(200);
  }
}

/** Who asks for a page, or sends a form, is told in both languages that nothing is lost, and when to try again. */
async function saysOutage(origin: string, cookie: string): Promise<void> {
  for (const method of ['GET', 'POST']) {
    const page = await fetch(`${origin}/en/account`, { method, headers: { cookie }, redirect: 'manual' });
    assert.equal(page.status, 503, `${method} during an outage`);
    assert.equal(page.headers.get('retry-after'), '60');
    const text = await page.text();
    for (const locale of ['en', 'fr'] as const) assert.ok(text.includes(words(locale)('outage.words')), text);
  }
}

const isReceipt = ({ path }: { path: string }) => path.endsWith('/confirmation');

/** A submit is there whole or not at all. @returns how many there are */
async function submitted({ sql }: Court): Promise<number> {
  const [kept] = await sql`select (select count(*) from filings)::int as filings,
    (select count(*) from receipts)::int as receipts,
    (select count(*) from drafts where submitted_at is not null)::int as drafts,
    (select count(distinct filing_id) from outbox where kind in ('claim-received', 'claim-issued'))::int as mails,
    (select count(*) from audit where action = 'submit filing' and outcome = 'done')::int as audited`;
  assert.equal(new Set(Object.values(kept ?? {})).size, 1, `a half state: ${JSON.stringify(kept)}`);
  return kept?.filings;
}

/** PostgreSQL crashes in the middle of a submit and comes back: the draft is kept, and the same form is taken once. */
export async function databaseStops(): Promise<string> {
  const court = await Court.open();
  try {
    const { origin } = await court.start(inHours);
    const visitor = await newClaimant(origin);
    await court.confirmAddresses();
    const draft = await prepareDraft(visitor, await claimBlob(2));
    const review = await visitor.get(`/en/claims/${draft}/review`);
    const send = () => visitor.submit(review, 'certify', { certify: 'on' });
    const sending = send().catch(() => null);
    await wait(15);
    await court.database.halt();
    const interrupted = await sending;
    await saysOutage(origin, visitor.cookie);
    await court.database.resume();
    assert.equal((await visitor.get('/en/account')).status, 200, 'nobody is turned away any more');
    const seconds = await well(origin, 10);
    const taken = await submitted(court);
    if (interrupted && isReceipt(interrupted)) assert.equal(taken, 1, 'no receipt without a filing');
    else
      assert.ok(!interrupted || interrupted.status >= 500, `the submit was answered ${interrupted?.status}`);
    const page = await send();
    assert.ok(isReceipt(page) && page.status === 200, 'the same form is taken');
    await court.settled();
    await check(court, 1);
    const answer = interrupted ? `answered ${interrupted.status} at ${interrupted.path}` : 'cut off';
    return `PostgreSQL crashed in a submit, which was ${answer} and kept ${taken} times; well again in ${seconds.toFixed(1)} s`;
  } finally {
    await court.close();
  }
}

/** A connection that was silent for ten seconds is given up. */
const mostSilentSeconds = 12;

/** Connections to PostgreSQL go silent without closing: the server notices, and goes on over new ones. */
export async function connectionsGoSilent(): Promise<string> {
  const court = await Court.open();
  const relay = new Relay(new URL(court.database.url));
  try {
    const { origin } = await court.start(undefined, await relay.listen());
    await court.act('queue', 30, evening);
    await wait(500);
    relay.freeze();
    const seconds = await well(origin, mostSilentSeconds);
    await court.settled();
    await check(court, 30);
    return `half-open connections to PostgreSQL; well again in ${seconds.toFixed(1)} s`;
  } finally {
    await court.close();
    relay.close();
  }
}
