import { serverPrograms } from '../../lib/testing/db/postgres';
import { chosenOf } from '../support/run/chosen';
import { clockEdges } from './clocks';
import { connectionsGoSilent, databaseStops } from './database';
import { runsAsAnother } from './foreign-user';
import { staffAreTold } from './health/alerts';
import { startsAreRefused } from './health/boot';
import { clockDiffers } from './health/clock-differs';
import { tellsFigures } from './health/metrics';
import { tellsTraces } from './health/traces';
import { approvalsKilled } from './killed/approvals';
import { killed } from './killed/kill';
import { machineCutOff } from './machines';
import { mailFails } from './mail';
import { npmStartEnds, processDies, startsBeside } from './restart/processes';
import { rollingRestart } from './restart/rolling';
import { twoReleases } from './restart/two-releases';
import { standbyTakesOver, throughPooler } from './several-databases';
import { storageAnswers500, storageFails } from './storage';
import { sameSubmits } from './submits';
import { endsInOrder, workersDie } from './workers';

/**
 * `npm run faults`: everything that can go wrong, on the production build, a real PostgreSQL, and a provider of e-mail
 * that fails on purpose. `--kills N`: how often the server is killed at each point (20); `--rolls N`: how often two servers are
 * restarted one after the other (10); `--claims N`: how many claims several machines receive (24); `--short`: what `npm test`
 * runs; names choose some of the tests.
 */
type Fault = (options: { kills: number; rolls: number; claims: number }) => Promise<string>;

const faults: Record<string, Fault> = {
  kill: killed,
  approvals: approvalsKilled,
  workers: workersDie,
  sigterm: endsInOrder,
  submits: sameSubmits,
  'foreign-user': runsAsAnother,
  clocks: clockEdges,
  storage: storageFails,
  'storage-500': storageAnswers500,
  machines: machineCutOff,
  mail: mailFails,
  database: databaseStops,
  'half-open': connectionsGoSilent,
  pooler: throughPooler,
  standby: standbyTakesOver,
  boot: startsAreRefused,
  'clock-differs': clockDiffers,
  alerts: staffAreTold,
  metrics: tellsFigures,
  traces: tellsTraces,
  dies: processDies,
  'npm-start': npmStartEnds,
  rolling: rollingRestart,
  'two-releases': twoReleases,
  beside: startsBeside,
};

if (!serverPrograms()) {
  process.stderr.write('\n*** FAULTS NOT TESTED: PostgreSQL is not installed. ***\n\n');
  process.exit(0);
}

const args = process.argv.slice(2);
const count = (name: string, otherwise: number) => {
  const at = args.indexOf(name);
  return at === -1 ? otherwise : Number(args[at + 1]);
};
const options = { kills: count('--kills', 20), rolls: count('--rolls', 10), claims: count('--claims', 24) };
let failed = 0;

async function tell(name: string, run: Fault): Promise<void> {
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(0)} s`;
  await run(options).then(
    (told) => process.stdout.write(`ok   ${name.padEnd(12)} ${told} (${seconds()})\n`),
    (error: unknown) => {
      failed += 1;
      process.stdout.write(
        `FAIL ${name.padEnd(12)} ${error instanceof Error ? error.stack : error} (${seconds()})\n`,
      );
    },
  );
}

/** These touch the code that others start from, or keep the machine busy for minutes. */
const alone = ['beside', 'two-releases'];
/** Left to the full tests: each takes minutes, or tries on another part what one of those that stay tries. */
const full = [
  ...['foreign-user', 'storage-500', 'machines', 'half-open', 'pooler', 'standby', 'clock-differs'],
  ...['alerts', 'metrics', 'traces', 'npm-start', ...alone],
];
const chosen = chosenOf(faults, full, args);

const left = chosen.filter(([name]) => !alone.includes(name)).values();
const worker = async () => {
  for (const [name, run] of left) await tell(name, run);
};
// Each has a court of its own, and waits most of the time: for leases to run out, for the next try.
await Promise.all([worker(), worker()]);
for (const [name, run] of chosen) if (alone.includes(name)) await tell(name, run);
process.exit(failed);
