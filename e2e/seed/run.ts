import { database } from '../../lib/data/db/db';
import { openDatabase } from '../../lib/jobs/server';
import { log } from '../../lib/log';
import { password } from './people';
import { seed } from './seed';

/** `npm run seed`: fills the database that the environment names, and prints who can sign in and with what. */
log.level = 'silent';

try {
  await openDatabase();
  const { people, filings } = await seed(process.env.NODE_ENV, new Date());
  process.stdout.write(`Everybody's password: ${password}\n\n`);
  for (const { oneKeyId, actor, secret, codes = [] } of people) {
    const second = secret ? `\n  authenticator app: ${secret}\n  recovery codes: ${codes.join(' ')}` : '';
    process.stdout.write(`${oneKeyId} (${actor.role})${second}\n`);
  }
  process.stdout.write('\nFilings of demo-lawyer:\n');
  for (const [state, reference] of Object.entries(filings))
    process.stdout.write(`  ${reference}  ${state}\n`);
  await database().close();
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
