import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';

/**
 * `npm run bench`: the speed and scale of the production build on this machine; with names of subjects, of these alone.
 * `--quick` is for `npm test`: a few claims through the burst and the submissions, side by side, which fail where one is
 * lost, and the pages of staff with a few filings; how fast they then are says nothing. `--filings N` is how many `desk` makes, with twice as many messages and ten
 * times as many lines of the audit log.
 */
type Bench = (size: { quick: boolean; filings: number }) => Promise<void>;

const subjects: Record<string, Bench> = {
  pages: async () => (await import('./pages/bench')).benchPages(),
  requests: async () => (await import('./requests')).benchRequests(),
  seal: async () => (await import('./seal/bench')).benchSeal(),
  reading: async () => (await import('./reading/bench')).benchReading(),
  claim: async () => (await import('./claim')).benchClaim(),
  transactions: async () => (await import('./transactions')).benchTransactions(),
  'slow-files': async () => (await import('./slow-files')).benchSlowFiles(),
  'sign-in': async () => (await import('./sign-in')).benchSignIn(),
  burst: async (size) => (await import('./burst')).benchBurst(size),
  submissions: async (size) => (await import('./submissions')).benchSubmissions(size),
  desk: async (size) => (await import('./desk/bench')).benchDesk(size),
  million: async () => (await import('./million')).benchMillion(),
};

const { values, positionals: named } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, filings: { type: 'string', default: '1000000' } },
});
const { quick } = values;
const filings = Number(values.filings);
if (!Number.isInteger(filings) || filings < 1) throw new Error('--filings is no number of filings.');
const unknown = named.find((name) => !(name in subjects));
if (unknown) throw new Error(`There is no benchmark of ${unknown}: ${Object.keys(subjects).join(', ')}.`);

const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GB`;
process.stdout.write(`${cpus().length} x ${cpus()[0]?.model}, ${memory}, Node ${process.version}\n`);
const chosen = Object.entries(subjects).filter(([name]) => named.length === 0 || named.includes(name));

async function quickly(): Promise<void> {
  const { burst, submissions, desk } = subjects;
  await Promise.all([burst, submissions].map((bench) => bench?.({ quick: true, filings })));
  await desk?.({ quick: true, filings });
}

async function oneByOne(): Promise<void> {
  for (const [name, bench] of chosen) {
    process.stdout.write(`\n=== ${name} ===\n`);
    await bench({ quick: false, filings });
  }
}

await (quick ? quickly() : oneByOne());
