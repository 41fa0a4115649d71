import { serverPrograms } from '../../lib/testing/db/postgres';
import { installDrill } from './install/install';
import { restoreDrill } from './restore';

/** `npm run ops -- NAME [PART]`: what an operator should have done once before it is needed, on the production build. */
const drills: Record<string, (part?: string) => Promise<string>> = {
  restore: restoreDrill,
  install: installDrill,
};

const drill = drills[process.argv[2] ?? ''];
if (!drill) {
  process.stderr.write(`Name one of: ${Object.keys(drills).join(', ')}\n`);
  process.exit(2);
}
if (drill === restoreDrill && !serverPrograms()) {
  process.stderr.write('\n*** NOT DONE: PostgreSQL is not installed. ***\n\n');
  process.exit(0);
}
process.stdout.write(`${await drill(process.argv[3])}\n`);
process.exit(0);
