import { cpus, totalmem } from 'node:os';

/** `npm run bench`: the speed of the production build on this machine; `npm run bench -- <subject>`: of that alone. */

const [subject = 'requests'] = process.argv.slice(2);
const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GB`;
process.stdout.write(`${cpus().length} x ${cpus()[0]?.model}, ${memory}, Node ${process.version}\n`);
const subjects: Record<string, () => Promise<void>> = {
  requests: async () => (await import('./requests')).benchRequests(),
  seal: async () => (await import('./seal/bench')).benchSeal(),
  burst: async () => (await import('./burst')).benchBurst(),
  submissions: async () => (await import('./submissions')).benchSubmissions(),
  'sign-in': async () => (await import('./sign-in')).benchSignIn(),
  million: async () => (await import('./million')).benchMillion(),
};
const bench = subjects[subject];
if (!bench) throw new Error(`There is no benchmark of ${subject}: ${Object.keys(subjects).join(', ')}.`);
await bench();
