import { strict as assert } from 'node:assert';
import { setTimeout as wait } from 'node:timers/promises';
import { check } from './check';
import { Court, evening, mostSeconds } from './court';

const claims = 150;
const kills = 3;

/** Two servers share a backlog while one of them is killed again and again. */
export async function workersDie(): Promise<string> {
  const court = await Court.open();
  try {
    court.act('queue', claims, evening);
    await court.start();
    for (let n = 0; n < kills; n += 1)
      assert.ok(await court.killAt('document-stored'), 'the second server ended');
    const seconds = await court.settled(mostSeconds + 60);
    await check(court, claims);
    return `${claims} claims, two servers, ${kills} kills; settled ${seconds.toFixed(1)} s after the last`;
  } finally {
    await court.close();
  }
}

/** A server is told to end in the middle of a backlog: it does so within ten seconds and leaves no lease. */
export async function endsInOrder(): Promise<string> {
  const court = await Court.open();
  try {
    court.act('queue', 60, evening);
    const server = await court.start();
    await wait(300);
    const started = performance.now();
    await server.stop();
    const seconds = (performance.now() - started) / 1000;
    assert.ok(seconds < 10, `ended within ten seconds, in ${seconds.toFixed(1)}`);
    const [left] = await court.sql`select count(*) filter (where lease_token is not null)::int as leased,
      count(*) filter (where state = 'received')::int as received from filings`;
    assert.equal(left?.leased, 0, 'no lease left behind');
    assert.ok(left?.received > 0, 'it was told in the middle of its work');
    await court.start();
    await court.settled();
    await check(court, 60);
    return `SIGTERM with ${left?.received} of 60 claims to go: ended in ${seconds.toFixed(1)} s, no lease left`;
  } finally {
    await court.close();
  }
}
