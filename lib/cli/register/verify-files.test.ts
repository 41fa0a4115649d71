import { expect, it } from 'vitest';
import { setDatabase } from '@/lib/data/db/db';
import { openPostgres } from '@/lib/data/db/open';
import { env } from '@/lib/env';
import { checkFiles } from '@/lib/jobs/upkeep/check-files';
import { store } from '@/lib/storage/store';
import { newFiler } from '@/lib/testing/account/people';
import { readyDraft, upload } from '@/lib/testing/claim/submit';
import { court } from '@/lib/testing/cli/court';
import { ownDatabase } from '@/lib/testing/db/databases';

const hasServer = Boolean(process.env.TEST_DATABASE_URL);

it.skipIf(!hasServer)('names each stored file that is missing, and goes on after any version', async () => {
  const variables = { DATA_DIR: env.DATA_DIR, DATABASE_URL: await ownDatabase() };
  const opened = await openPostgres(variables.DATABASE_URL);
  setDatabase(opened);
  const filer = await newFiler(new Date());
  const { reference } = await readyDraft(filer);
  await upload(filer, reference, 'claim');
  const versions = [];
  for await (const { version } of checkFiles()) versions.push(version);
  const [first, second] = versions;
  await store.delete(first?.storageKey ?? '');
  await opened.close();

  const all = court(['verify-register', '--files'], variables);
  expect(all.stdout).toContain(`The file of version ${first?.id}, of a draft, is missing.\n`);
  expect(all.stdout).toContain('2 files were compared with their rows.\n1 files are missing or differ\n');
  expect(all.stderr).toContain(`--after ${first?.id}\n`);
  expect(all.status).toBe(1);

  const rest = court(['verify-register', '--files', '--after', first?.id ?? ''], variables);
  expect(rest).toMatchObject({ stderr: '', status: 0 });
  expect(rest.stdout).toContain('1 files were compared with their rows.\n');
  expect(second).toBeDefined();
  expect(court(['verify-register', '--after', 'x'], variables).status).toBe(2);
});
