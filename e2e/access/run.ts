import { serverPrograms } from '../../lib/testing/db/postgres';
import { checkActions } from './actions';
import { checkAudit } from './audit';
import { AccessCourt, today } from './court';
import { checkEdges, checkFailure, checkHttps } from './edges';
import { makeExample, markers } from './example';
import { checkHandlers } from './handlers';
import type { Matrix } from './matrix';
import { checkPages, variants } from './pages';
import { makePeople } from './people';
import { checkRestricted } from './restricted/restricted';
import { roles } from './rights/audience';

/**
 * `npm run access`: who may have what, over HTTP, on the production build and a real PostgreSQL. Every page, handler and
 * server action that the build has is asked for by everyone and in every way; the service's role owns no tables.
 */
async function run(court: AccessCourt): Promise<Matrix> {
  const { sql } = court;
  const { origin } = await court.start();
  const { people, owner } = await makePeople(origin, sql);
  const example = await makeExample(owner, sql, { user: people.owner.userId, today });
  const count = { requests: 0, refusals: 0, seen: new Map<string, number>() };
  const matrix: Matrix = { origin, sql, people, example, faults: new Set(), count };
  const parts = {
    pages: checkPages,
    handlers: checkHandlers,
    // Before the acts: among them is one that ends the owner's session.
    restricted: checkRestricted,
    actions: checkActions,
    edges: checkEdges,
    audit: checkAudit,
  };
  const later = { https: checkHttps, failure: checkFailure };
  const told = async (name: string, check: () => Promise<string>) => {
    const started = performance.now();
    const words = await check();
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    process.stdout.write(`${name.padEnd(9)} ${words} (${seconds} s)\n`);
  };
  for (const [name, check] of Object.entries(parts)) await told(name, () => check(matrix));
  for (const name of Object.keys(markers).filter((one) => one !== 'locked')) {
    if (!count.seen.has(name)) matrix.faults.add(`nobody saw the marker ${name}: it proves nothing`);
  }
  for (const [name, check] of Object.entries(later)) await told(name, () => check(matrix, court));
  return matrix;
}

if (!serverPrograms()) {
  process.stderr.write('\n*** ACCESS NOT TESTED: PostgreSQL is not installed. ***\n\n');
  process.exit(0);
}

const court = await AccessCourt.open();
try {
  const { faults, count } = await run(court);
  const seen = [...count.seen].map(([name, times]) => `${name} ${times}`).join(', ');
  process.stdout.write(
    `\n${count.requests} requests by ${roles.length} people, ${variants.length} ways beside the plain one; ${count.refusals} refusals, each without a word of the owner's\nseen by those who may: ${seen}\n`,
  );
  for (const fault of faults) process.stdout.write(`FAULT ${fault}\n`);
  process.stdout.write(faults.size === 0 ? 'no faults\n' : `${faults.size} faults\n`);
  process.exitCode = faults.size === 0 ? 0 : 1;
} finally {
  await court.close();
}
