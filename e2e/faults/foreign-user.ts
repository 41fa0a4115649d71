import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import path from 'node:path';
import { startServer } from '../support/court/server';
import { fileClaim, newClaimant } from '../support/people/claimant';
import { check } from './check';
import { Court } from './court';

/** The user whom Debian calls nobody. */
const nobody = 65_534;

/** Whether nobody can read the code, from a process of root's. */
function canRunAsNobody(): boolean {
  if (process.getuid?.() !== 0) return false;
  const reads = ['-e', "require('node:fs').readFileSync('lib/start.mjs')"];
  return spawnSync(process.execPath, reads, { uid: nobody, gid: nobody }).status === 0;
}

/** The service runs as a user who may write nothing beside the code: a document is examined and sealed as ever. */
export async function runsAsAnother(): Promise<string> {
  if (!canRunAsNobody()) {
    process.stderr.write(
      '\n*** NOT TESTED: a server as another user, which takes root and code that all may read ***\n\n',
    );
    return 'NOT TESTED';
  }
  const court = await Court.open();
  chownSync(court.dataDir, nobody, nobody);
  const env = { ...court.env(), LOG_LEVEL: 'warn' };
  const server = await startServer({
    clock: '2026-11-24T15:00:00.000Z',
    dataDir: court.dataDir,
    env,
    uid: nobody,
  });
  try {
    const visitor = await newClaimant(server.origin);
    await court.confirmAddresses();
    await fileClaim(visitor, 2);
    await court.settled();
    await check(court, 1);
    assert.doesNotMatch(server.output(), /EACCES|permission denied/i);
    return `a claim filed and issued by a server of user ${nobody}, which wrote nothing in ${path.basename(process.cwd())}`;
  } finally {
    await server.stop();
    await court.close();
  }
}
