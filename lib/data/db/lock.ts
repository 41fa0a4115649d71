import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isAlive, ownMark } from '@/lib/process-alive.mjs';

/** Another running process has the embedded database open. */
export class DatabaseInUse extends Error {}

/**
 * Takes the embedded database for this process. PGlite lets two processes open one folder, and the second
 * destroys the first one's writes. So a lock file names the process that has it open, by id and start time.
 * @throws DatabaseInUse, with the other process
 */
export function lockDatabase(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = path.join(dataDir, 'database.lock');
  const mine = ownMark();
  try {
    writeFileSync(file, mine, { flag: 'wx', mode: 0o600 });
  } catch {
    const mark = readFileSync(file, 'utf8');
    const [pid] = mark.split(' ');
    if (Number(pid) !== process.pid && isAlive(mark)) {
      throw new DatabaseInUse(
        `The embedded database in ${dataDir} is in use by process ${pid}; stop that first.`,
      );
    }
    rmSync(file, { force: true });
    writeFileSync(file, mine, { flag: 'wx', mode: 0o600 });
  }
  return () => rmSync(file, { force: true });
}
