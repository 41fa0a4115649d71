import { strict as assert } from 'node:assert';
import { setTimeout as wait } from 'node:timers/promises';
import { type FakeResend, type ResendMode, retryAfterSeconds } from '../support/court/resend';
import { check } from './check';
import { Court, evening } from './court';
import { until } from './until';

const faults: ResendMode[] = ['500', '429', 'accept-then-drop', 'timeout'];

/** The provider fails in every way there is; each message is accepted once all the same. */
export async function mailFails(): Promise<string> {
  const court = await Court.open();
  try {
    await court.start();
    let claims = 0;
    for (const mode of faults) {
      court.resend.mode = mode;
      await court.act('queue', 3, evening);
      claims += 3;
      await until(`${mode} was met`, () => metBy(court.resend, mode) > 0);
      // And met again by what is tried once more.
      await wait(2_500);
      court.resend.mode = 'ok';
      // A message that is not answered is given up after 20 seconds.
      await court.settled();
    }
    claims += await rejected(court);
    await check(court, claims);
    const met = [...faults, 'invalid-key' as const].map(
      (mode) => `${metBy(court.resend, mode)} times ${mode}`,
    );
    silenceIsKept(court.resend);
    return `${claims} claims, ${court.resend.requests.length} requests: ${met.join(', ')}`;
  } finally {
    await court.close();
  }
}

/** How many requests met a fault. */
const metBy = ({ requests }: FakeResend, mode: ResendMode) =>
  requests.filter(({ met }) => met === mode).length;

/** Whoever is told to be silent for so long is: nothing else of ours would wait as long. */
function silenceIsKept({ requests }: FakeResend): void {
  for (const [index, { at, met }] of requests.entries()) {
    const next = requests[index + 1];
    if (met !== '429' || !next) continue;
    assert.ok(next.at - at >= retryAfterSeconds * 1000, `asked again ${next.at - at} ms after 429`);
  }
}

/** A key that is rejected pauses the sender: nothing fails and no attempt counts, until staff have it tried again. */
async function rejected(court: Court): Promise<number> {
  court.resend.mode = 'invalid-key';
  const before = court.resend.requests.length;
  await court.act('queue', 2, evening);
  await until('the sender is paused', async () => {
    const [sender] = await court.sql`select pause_reason from mail_sender`;
    return sender?.pause_reason === 'invalid_api_key';
  });
  await wait(2_500);
  assert.equal(court.resend.requests.length, before + 1, 'one request found out');
  const [failed] =
    await court.sql`select count(*)::int as n from outbox where state <> 'sent' and attempts > 0`;
  assert.equal(failed?.n, 0, 'no attempt counts');
  court.resend.mode = 'ok';
  await court.act('resume');
  await court.settled();
  return 2;
}
