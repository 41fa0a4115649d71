import { expect, it } from 'vitest';
import { openPostgres } from '@/lib/data/db/open';
import { serverPrograms, startPostgres } from '@/lib/testing/db/postgres';

const programs = serverPrograms();

it.skipIf(!programs)('says that PostgreSQL is away while it is, and no longer than that', async () => {
  const server = await startPostgres(programs ?? '');
  const opened = await openPostgres(server.url);
  const isAway = async () => opened.isAway?.();
  try {
    await opened.db.execute('select 1');
    expect(await isAway()).toBe(false);
    await server.halt();
    await expect.poll(isAway).toBe(true);
    expect(await isAway()).toBe(true);
    await server.resume();
    expect(await isAway()).toBe(false);
    await opened.db.execute('select 1');
  } finally {
    await opened.close();
    await server.stop();
  }
});
