import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { offerAdministration } from '@/lib/data/account/administrators';
import { env } from '@/lib/env';
import { log } from '@/lib/log';

/**
 * While the service has no administrator, writes a one-time link into a file that only the service's user can
 * read, and prints the file's path. The link itself is never printed. Each start makes a new link.
 */
export async function offerFirstAdministrator(now: Date): Promise<void> {
  const file = path.join(env.DATA_DIR, 'first-administrator.url');
  const isOffered = await offerAdministration(now, (token) =>
    writeFileSync(file, `${env.PUBLIC_ORIGIN}/api/first-administrator/${token}\n`, { mode: 0o600 }),
  );
  if (isOffered) log.warn({ file }, 'there is no administrator yet: open the one-time link in this file');
}
