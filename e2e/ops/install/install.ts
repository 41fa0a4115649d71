import { spawnSync } from 'node:child_process';
import { byDocument } from './by-document';
import { asImage } from './image';

/** Programs that make a fresh machine and an image out of folders. */
const programs = ['debootstrap', 'unshare', 'nsenter', 'bwrap', 'git'];

/**
 * The service is put up as docs/operations.md and the Dockerfile say, on a Debian that has nothing of ours. Its Node is that of this
 * machine, in place of NodeSource's package; there is no engine for containers, so the steps of the Dockerfile are done in folders.
 */
export async function installDrill(): Promise<string> {
  const missing = programs.filter((program) => spawnSync('which', [program]).status !== 0);
  const why = process.getuid?.() === 0 ? missing.map((name) => `no ${name}`) : ['it takes root'];
  if (why.length > 0) {
    process.stderr.write(
      `\n*** NOT DONE: putting the service up on a fresh Debian: ${why.join(', ')} ***\n\n`,
    );
    return 'NOT DONE';
  }
  process.stderr.write(
    `\n*** Node is this machine's (${process.version}), not NodeSource's package; compose.yaml is not started: no engine for containers ***\n\n`,
  );
  return [...(await byDocument()), ...(await asImage())].join('\n');
}
