import { strict as assert } from 'node:assert';
import { setTimeout as wait } from 'node:timers/promises';
import { Court } from '../court';
import { until } from '../until';

/** Inside the transaction before and after the change, and after its commit. */
const points = ['proposal-approved', 'proposal-carried-out', 'proposal-committed'];

/**
 * The server is killed at each point of an approval. Each proposal is then carried out once and whole: a closure
 * for each, and one line of the audit log for each step.
 */
export async function approvalsKilled({ kills }: { kills: number }): Promise<string> {
  const court = await Court.open();
  try {
    court.set({ SECOND_PERSON: 'wait' });
    const count = points.length * kills * 2;
    await court.act('propose', count);
    for (let n = 0; n < kills; n += 1) {
      for (const point of points) assert.ok(await court.killAt(point), `the server ended at ${point}`);
    }
    await whole(court);
    await court.start();
    await until('every proposal is decided', async () => (await waiting(court)) === 0, 60);
    await wait(500);
    await whole(court);
    const [done] = await court.sql`select count(*)::int as n from closures where name_en = 'Killed'`;
    assert.equal(done?.n, count, 'each closure once');
    return `${kills * points.length} kills at ${points.length} points; ${count} proposals, each carried out once`;
  } finally {
    await court.close();
  }
}

async function waiting({ sql }: Court): Promise<number> {
  const [row] = await sql`select count(*)::int as n from proposals where state = 'proposed'`;
  return row?.n;
}

/** As many approved proposals as closures, and as lines of both kinds: nothing half done. */
async function whole({ sql }: Court): Promise<void> {
  const [row] = await sql`select
    (select count(*) from proposals where state = 'approved')::int as approved,
    (select count(*) from closures where name_en = 'Killed')::int as closures,
    (select count(*) from audit where action = 'approve proposal')::int as approvals,
    (select count(*) from audit where action = 'add closure')::int as added`;
  const { approved, closures, approvals, added } = row ?? {};
  assert.deepEqual([closures, approvals, added], [approved, approved, approved], 'nothing half done');
}
