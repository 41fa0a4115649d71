import { serverPrograms } from '../../lib/testing/db/postgres';
import { Court } from '../faults/court';
import { chosenOf } from '../support/run/chosen';
import { sideDoors } from './doors';
import { hostileFiles, removedDocuments, slowUploads } from './files';
import { tooMuchSent } from './limits';
import { lockedOut } from './lockout';
import { nothingTypedIsLogged } from './log';
import { stolenCookie, strangersMail } from './mail';
import { forgedAddresses, halfSentBodies } from './network';
import { strangeRequests } from './requests';

/**
 * `npm run attack`: what strangers tried on the service, on the production build and a real PostgreSQL. Each says what held.
 * `--runs N`: strange requests for each route (20); `--short`: what `npm test` runs; names choose some of the attacks.
 */
const args = process.argv.slice(2);
const at = args.indexOf('--runs');
const runs = at === -1 ? 20 : Number(args[at + 1]);

const attacks: Record<string, (court: Court) => Promise<string>> = {
  mail: strangersMail,
  cookie: stolenCookie,
  lockout: lockedOut,
  addresses: forgedAddresses,
  bodies: halfSentBodies,
  limits: tooMuchSent,
  files: hostileFiles,
  removed: removedDocuments,
  slow: slowUploads,
  doors: sideDoors,
  log: nothingTypedIsLogged,
  requests: (court) => strangeRequests(court, runs),
};

if (!serverPrograms()) {
  process.stderr.write('\n*** ATTACKS NOT TRIED: PostgreSQL is not installed. ***\n\n');
  process.exit(0);
}

/** What failed and why, without the long texts that were sent. */
function told(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncaused by ${error.cause.message}` : '';
  return `${error.stack}${cause}`.replace(/(.)\1{40,}/g, '$1…');
}

/** Left to the full tests: hundreds of registrations and submissions until a limit is reached, whose counting has unit tests. */
const full = ['lockout', 'limits', 'slow'];
let failed = 0;
for (const [name, attack] of chosenOf(attacks, full, args)) {
  const court = await Court.open(0);
  const started = performance.now();
  const words = await attack(court).catch((error: unknown) => {
    failed += 1;
    return `FAILED: ${error instanceof Error ? told(error) : error}`;
  });
  await court.close();
  process.stdout.write(
    `${name.padEnd(9)} ${words} (${((performance.now() - started) / 1000).toFixed(0)} s)\n`,
  );
}
process.stdout.write(failed === 0 ? 'no faults\n' : `${failed} faults\n`);
process.exit(failed);
