import { database } from '@/lib/data/db/db';
import { openDatabase } from '@/lib/jobs/server';
import { offerFirstAdministrator } from '@/lib/jobs/upkeep/first-administrator';
import { log } from '@/lib/log';
import { systemNow } from '@/lib/services/clock';

/** Starts the service up to the moment at which it would be ready, and ends as a server that starts does. */
log.level = 'silent';
try {
  await openDatabase();
  await offerFirstAdministrator(systemNow());
  await database().close();
  process.exit(0);
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
