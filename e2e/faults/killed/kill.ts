import { strict as assert } from 'node:assert';
import { check } from '../check';
import { Court, evening } from '../court';

/** Before and after the lease, the number, the bytes, the storage, the commit, and the provider's yes. */
const points = [
  'filing-due',
  'filing-leased',
  'number-bound',
  'document-read',
  'document-stored',
  'filing-issued',
  'mail-leased',
  'mail-accepted',
  'mail-marked',
];

/** More than a server gets done before it is killed. */
const claimsForEach = 8;

/** The server is killed at each of the points, so often each, in a backlog that one which stays then ends. */
export async function killed({ kills }: { kills: number }): Promise<string> {
  const court = await Court.open();
  try {
    const claims = claimsForEach * points.length * kills;
    await court.act('queue', claims, evening);
    for (let n = 0; n < kills; n += 1) {
      for (const point of points) assert.ok(await court.killAt(point), `the server ended at ${point}`);
    }
    const [left] = await court.sql`select count(*)::int as n from filings where state = 'received'`;
    assert.ok(left?.n > 0, 'every server was killed in the middle of its work');
    await court.start();
    const seconds = await court.settled();
    await check(court, claims);
    return `${kills * points.length} kills at ${points.length} points; ${left?.n} of ${claims} claims left, settled in ${seconds.toFixed(1)} s`;
  } finally {
    await court.close();
  }
}
