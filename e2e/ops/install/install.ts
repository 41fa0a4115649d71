import { spawnSync } from 'node:child_process';
import { byDocument } from './by-document';
import { asImage } from './image';

/** Programs that make a fresh machine and an image out of folders. */
const programs = ['debootstrap', 'unshare', 'nsenter', 'bwrap', 'git'];

const parts: Record<string, () => Promise<string[]>> = { document: byDocument, image: asImage };

/**
 * The service is put up as docs/operations.md and the Dockerfile say, on a Debian that has nothing of ours. Its Node is that of this
 * machine, in place of NodeSource's package; there is no engine for containers, so the steps of the Dockerfile are done in folders.
 * @param part `document` or `image`, for one of both
 */
export async function installDrill(part?: string): Promise<string> {
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
  const done: string[] = [];
  for (const [name, put] of Object.entries(parts)) if (!part || part === name) done.push(...(await put()));
  return done.join('\n');
}
