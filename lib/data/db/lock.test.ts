import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { lockDatabase } from '@/lib/data/db/lock';

const folder = () => mkdtempSync(path.join(tmpdir(), 'court-lock-'));

it('refuses a second process while the first lives, and says which holds it', () => {
  const dataDir = folder();
  const unlock = lockDatabase(dataDir);
  const script = `require('./lib/data/db/lock').lockDatabase(${JSON.stringify(dataDir)})`;
  const second = spawnSync(process.execPath, ['--import', 'tsx', '-e', script], { encoding: 'utf8' });
  expect(second.status).not.toBe(0);
  expect(second.stderr).toContain(`in use by process ${process.pid}`);
  unlock();
  expect(existsSync(path.join(dataDir, 'database.lock'))).toBe(false);
});

it('takes over from a process that is gone, also where its id lives on in another', () => {
  const dataDir = folder();
  const file = path.join(dataDir, 'database.lock');
  for (const gone of ['999999999 1', `${process.ppid} 1`]) {
    writeFileSync(file, gone);
    lockDatabase(dataDir);
    expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`^${process.pid} `));
  }
});
