import { strict as assert } from 'node:assert';
import path from 'node:path';
import { newClaimant } from '../../support/people/claimant';
import { Visitor } from '../../support/people/visitor';
import { Court, opening } from '../court';
import { until } from '../until';
import { askReady } from './ready';

/** Longer than a session lasts without activity. */
const minutes = 20;

/** One server's clock is wrong: it says so, and sessions go by the database's time on both servers. */
export async function clockDiffers(): Promise<string> {
  const court = await Court.open(0);
  try {
    const right = await court.start();
    const shifts = [minutes, -minutes].map((shift) => shift * 60_000);
    const visitor = await newClaimant(right.origin);
    await until(
      'the server with the right clock is ready',
      async () => (await askReady(right)).status === 200,
    );
    for (const shift of shifts) {
      const wrong = await court.start(opening, undefined, 1, {
        NODE_OPTIONS: `-r ${path.resolve('e2e/faults/health/shift-clock.cjs')}`,
        SHIFT_CLOCK_MS: String(shift),
      });
      const { status, failing, parts } = await askReady(wrong);
      assert.equal(status, 503);
      assert.ok(failing.includes('clock'), `the clock fails: ${failing}`);
      assert.match(parts.clock?.why ?? '', new RegExp(`${shift > 0 ? 'ahead of' : 'behind'} the database's`));
      const there = new Visitor(wrong.origin);
      for (const [name, value] of visitor.cookies) there.cookies.set(name, value);
      for (const one of [there, visitor, there]) {
        const { path: shown } = await one.get('/en/account');
        assert.equal(shown, '/en/account', `the session lasts on both servers, with ${shift} ms`);
      }
      assert.equal((await askReady(right)).status, 200, 'the other server is ready');
    }
    const [ended] = await court.sql`select count(*)::int as n from sessions where ended_at is not null`;
    assert.equal(ended?.n, 0, 'no session was ended');
    return `clocks ${minutes} minutes ahead and behind: not ready, and the session lasts on every server`;
  } finally {
    await court.close();
  }
}
