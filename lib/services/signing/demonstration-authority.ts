import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { courtNow, systemNow } from '@/lib/services/clock';
import {
  type DemonstrationCertificates,
  issueDemonstrationCertificates,
} from '@/lib/services/signing/demonstration-certificates';

const files = { authority: 'ca.crt', court: 'court.crt', key: 'court.key' };
const year = 365.25 * 24 * 60 * 60 * 1000;

/**
 * The key and certificates that seal documents if no real key is configured. They are made once and kept
 * under `dataDir`, in a folder that only the service's user can read. Processes that start at once end with
 * the same key.
 * @throws if the folder exists but lacks one of its files: a new authority would disown the documents that
 *   the old one sealed
 */
export async function demonstrationAuthority(dataDir: string): Promise<DemonstrationCertificates> {
  const folder = path.join(dataDir, 'authority');
  const found = await stat(folder).catch(() => undefined);
  if (!found) await make(folder);
  const read = (file: string) => readFile(path.join(folder, file), 'utf8');
  const [authority, court, key] = await Promise.all([
    read(files.authority),
    read(files.court),
    read(files.key),
  ]);
  return { authority, court, key };
}

/** Whether the demonstration authority was made. */
export function hasDemonstrationAuthority(dataDir: string): boolean {
  return existsSync(path.join(dataDir, 'authority'));
}

/**
 * Makes the whole folder elsewhere, so that it exists completely or not at all. A process that comes second
 * uses the first one's folder.
 */
async function make(folder: string): Promise<void> {
  await mkdir(path.dirname(folder), { recursive: true, mode: 0o700 });
  const made = await mkdtemp(`${folder}-`);
  try {
    const certificates = await issueDemonstrationCertificates(validity());
    const write = (name: keyof typeof files, mode: number) =>
      writeFile(path.join(/* turbopackIgnore: true */ made, files[name]), certificates[name], {
        mode,
        flush: true,
      });
    await Promise.all([write('authority', 0o644), write('court', 0o644), write('key', 0o600)]);
    await rename(made, folder);
  } catch (error) {
    await rm(made, { recursive: true, force: true });
    if (!isTaken(error)) throw error;
  }
}

/** The file system does not replace a folder that is not empty. */
function isTaken(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOTEMPTY' || code === 'EEXIST';
}

/**
 * From a year before now to ten years after, by both clocks: documents bear the court's time, which can be
 * set.
 */
function validity() {
  const clocks = [systemNow().getTime(), courtNow().getTime()];
  return {
    notBefore: new Date(Math.min(...clocks) - year),
    notAfter: new Date(Math.max(...clocks) + 10 * year),
  };
}
