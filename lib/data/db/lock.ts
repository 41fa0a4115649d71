import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * When the process started, in clock ticks since boot; '' if the system does not report it, and then only the
 * process id decides.
 */
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
