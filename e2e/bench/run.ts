import { cpus, totalmem } from 'node:os';

/** `npm run bench`: the speed of the production build on this machine; `npm run bench -- <subject>`: of that alone. */

const [subject = 'requests'] = process.argv.slice(2);
const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GB`;
process.stdout.write(`${cpus().length} x ${cpus()[0]?.model}, ${memory}, Node ${process.version}\n`);
if (subject === 'requests') await (await import('./requests')).benchRequests();
else if (subject === 'seal') await (await import('./seal/bench')).benchSeal();
else if (subject === 'million') await (await import('./million')).benchMillion();
else throw new Error(`There is no benchmark of ${subject}: requests, seal, million.`);
