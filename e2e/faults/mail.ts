import { strict as assert } from 'node:assert';
import { setTimeout as wait } from 'node:timers/promises';
import type { ResendMode } from '../support/resend';
import { check } from './check';
import { Court, evening, mostSeconds } from './court';

const faults: ResendMode[] = ['500', '429', 'accept-then-drop', 'timeout'];

/** The provider fails in every way there is; each message is accepted once all the same. */
export async function mailFails(): Promise<string> {
  const court = await Court.open();
  try {
    await court.start();
    let claims = 0;
    for (const mode of faults) {
      court.resend.mode = mode;
      court.act('queue', 3, evening);
      claims += 3;
      await wait(2_500);
      court.resend.mode = 'ok';
      // A message that is not answered is given up after 20 seconds.
      await court.settled(mode === 'timeout' ? mostSeconds + 20 : mostSeconds);
    }
    claims += await rejected(court);
    await check(court, claims);
    return `${faults.length + 1} faults of the provider, ${claims} claims, ${court.resend.requests.length} requests`;
  } finally {
    await court.close();
  }
}

/** A key that is rejected pauses the sender: nothing fails and no attempt counts, until staff have it tried again. */
async function rejected(court: Court): Promise<number> {
  court.resend.mode = 'invalid-key';
  const before = court.resend.requests.length;
  court.act('queue', 2, evening);
  await wait(4_000);
  const [sender] = await court.sql`select pause_reason from mail_sender`;
  assert.equal(sender?.pause_reason, 'invalid_api_key', 'the sender is paused');
  assert.equal(court.resend.requests.length, before + 1, 'one request found out');
  const [failed] =
    await court.sql`select count(*)::int as n from outbox where state <> 'sent' and attempts > 0`;
  assert.equal(failed?.n, 0, 'no attempt counts');
  court.resend.mode = 'ok';
  court.act('resume');
  await court.settled();
  return 2;
}
