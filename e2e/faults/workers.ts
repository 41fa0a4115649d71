import { strict as assert } from 'node:assert';
import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { check } from './check';
import { Court, evening, opening } from './court';

const claims = 150;
const rounds = 3;

/** Two servers share a backlog; both are killed, at points of their own, again and again, before two stay. */
export async function workersDie(): Promise<string> {
  const court = await Court.open();
  try {
    await court.act('queue', claims, evening);
    for (let n = 0; n < rounds; n += 1) {
      const both = [court.killAt('document-stored'), court.killAt('number-bound')];
      assert.deepEqual(await Promise.all(both), [true, true], 'both servers ended');
    }
    await Promise.all([court.start(), court.start()]);
    const seconds = await court.settled();
    await check(court, claims);
    return `${claims} claims, two servers, ${2 * rounds} kills; settled ${seconds.toFixed(1)} s after the last`;
  } finally {
    await court.close();
  }
}

/** Begins to send a file to be checked. @returns how to send the rest, which waits for the answer's status */
function beginChecking(origin: string): () => Promise<number> {
  const headers = { origin, 'content-type': 'multipart/form-data; boundary=x' };
  const sent = request(`${origin}/api/verify`, { method: 'POST', headers, agent: false });
  const answered = new Promise<number>((done, fail) => {
    sent.on('response', (response) => done(response.resume().statusCode ?? 0)).on('error', fail);
  });
  answered.catch(() => undefined);
  sent.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7');
  return () => {
    sent.end('\r\n--x--\r\n');
    return answered;
  };
}

/**
 * A server of two processes is told to end in the middle of a backlog and of a request: it does so within ten seconds, having answered,
 * and leaves no lease.
 */
export async function endsInOrder(): Promise<string> {
  const court = await Court.open();
  try {
    const server = await court.start(opening, undefined, 2);
    await court.act('queue', 120, evening);
    // Whoever is silent for thirty seconds is cut off, so that the request begins only now.
    const sendRest = beginChecking(server.origin);
    await wait(500);
    const started = performance.now();
    const stopped = server.stop();
    await wait(1_000);
    assert.equal(await sendRest(), 303, 'what was asked before is answered');
    await stopped;
    const seconds = (performance.now() - started) / 1000;
    assert.ok(seconds < 10, `ended within ten seconds, in ${seconds.toFixed(1)}`);
    const [left] = await court.sql`select count(*) filter (where lease_token is not null)::int as leased,
      count(*) filter (where state = 'received')::int as received,
      (select count(*) from outbox where lease_token is not null)::int as mails from filings`;
    assert.deepEqual([left?.leased, left?.mails], [0, 0], 'no lease left behind');
    assert.ok(left?.received > 0, 'it was told in the middle of its work');
    await court.start();
    await court.settled();
    await check(court, 120);
    return `SIGTERM with ${left?.received} of 120 claims to go: ended in ${seconds.toFixed(1)} s, no lease left`;
  } finally {
    await court.close();
  }
}
