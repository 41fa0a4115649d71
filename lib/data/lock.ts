import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** When the process started, in clock ticks since boot; '' where the system does not tell (it then counts as alive by its id alone). */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isAlive(pid: number, start: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return startOf(pid) === start;
}

/** Another living process holds the embedded database. */
export class DatabaseInUse extends Error {}

/**
 * Takes the embedded database for this process. PGlite itself lets two processes open one folder, and the
 * second destroys what the first wrote; so the holder's process id and start time lie in a lock file.
 * @throws DatabaseInUse, saying by which process
 */
export function lockDatabase(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = path.join(dataDir, 'database.lock');
  const mine = `${process.pid} ${startOf(process.pid)}`;
  try {
    writeFileSync(file, mine, { flag: 'wx', mode: 0o600 });
  } catch {
    const [pid = '0', start = ''] = readFileSync(file, 'utf8').split(' ');
    if (Number(pid) !== process.pid && isAlive(Number(pid), start)) {
      throw new DatabaseInUse(
        `The embedded database in ${dataDir} is in use by process ${pid}; stop that first.`,
      );
    }
    rmSync(file, { force: true });
    writeFileSync(file, mine, { flag: 'wx', mode: 0o600 });
  }
  return () => rmSync(file, { force: true });
}
