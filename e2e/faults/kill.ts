import { strict as assert } from 'node:assert';
import { check } from './check';
import { Court, evening } from './court';

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

/** The server is killed at each of the points, so often each; one that stays then ends what was begun. */
export async function killed({ kills }: { kills: number }): Promise<string> {
  const court = await Court.open();
  try {
    let claims = 0;
    let slowest = 0;
    for (let n = 0; n < kills; n += 1) {
      for (const point of points) {
        court.act('queue', 2, evening);
        claims += 2;
        assert.ok(await court.killAt(point), `the server ended at ${point}`);
      }
      const server = await court.start();
      slowest = Math.max(slowest, await court.settled());
      await server.stop();
    }
    await check(court, claims);
    return `${kills * points.length} kills at ${points.length} points, ${claims} claims, settled in ${slowest.toFixed(1)} s at most`;
  } finally {
    await court.close();
  }
}
