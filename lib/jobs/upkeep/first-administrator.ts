import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  isOfferOpen,
  offerAdministration,
  offerAnotherAdministration,
} from '@/lib/data/account/administrators';
import { env } from '@/lib/env';
import { log } from '@/lib/log';

const file = path.join(env.DATA_DIR, 'first-administrator.url');

/**
 * While the service has no administrator, writes a one-time link into a file that only the service's user can
 * read, and prints the file's path. The link itself is never printed. Each start makes a new link. Once there is an
 * administrator the file goes.
 */
export async function offerFirstAdministrator(now: Date): Promise<void> {
  const isOffered = await offerAdministration(now, keepLink);
  if (isOffered) log.warn({ file }, 'there is no administrator yet: open the one-time link in this file');
  else if (!(await isOfferOpen(now))) removeOffer();
}

/** Writes such a link although there are administrators. @returns the path of the file */
export async function offerAnotherAdministrator(now: Date): Promise<string> {
  await offerAnotherAdministration(now, keepLink);
  return file;
}

function keepLink(token: string): void {
  writeFileSync(file, `${env.PUBLIC_ORIGIN}/api/first-administrator/${token}\n`, { mode: 0o600 });
}

/** Deletes the file of the link, which was used. That of another machine goes when its server starts again. */
export function removeOffer(): void {
  rmSync(file, { force: true });
}
