import { link, opendir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { log } from '@/lib/log';
import { flatPathOf, makeFolder, pathOf } from '@/lib/storage/drivers/disk';
import { isKey, noteId } from '@/lib/storage/embedded/files';

const record = z.object({ customId: z.string().nullable() });

/** Gives a file a second name and takes the first away; a newer file under the second stays. */
async function move(from: string, to: string): Promise<void> {
  await makeFolder(path.dirname(to));
  await link(from, to).catch((error: NodeJS.ErrnoException) => {
    // Another process moved it, or it was deleted.
    if (error.code !== 'EEXIST' && error.code !== 'ENOENT') throw error;
  });
  await rm(from, { force: true });
}

async function moveFile(root: string, name: string): Promise<boolean> {
  const isRecord = name.endsWith('.json');
  const [key, kind] = isRecord
    ? [name.slice(0, -'.json'.length), 'records' as const]
    : [name, 'bytes' as const];
  const from = flatPathOf(root, kind, key);
  if (!from || !isKey(key)) return false;
  const text = isRecord && (await readFile(from, 'utf8').catch(() => null));
  if (text) await noteId(key, key, record.parse(JSON.parse(text)).customId);
  await move(from, pathOf(root, kind, key));
  return true;
}

/**
 * Moves files that older versions stored, all in one folder, into folders of two levels, and notes them under their ids.
 * The driver finds them before, while and after they are moved; what is interrupted goes on the next time.
 */
export async function moveFlatFiles(root: string): Promise<void> {
  await makeFolder(root);
  let files = 0;
  for await (const entry of await opendir(root))
    if (entry.isFile() && (await moveFile(root, entry.name))) files += 1;
  if (files > 0) log.info({ files }, 'moved stored files into folders of two levels');
}
