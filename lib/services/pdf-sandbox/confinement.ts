import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import path from 'node:path';

/**
 * What keeps a process that reads foreign files from everything else, the strongest first.
 * - `bubblewrap`: namespaces of its own, in which nothing exists but its program; no network and no other process.
 * - `unshare`: namespaces of its own without network and other processes; Node alone guards files, and sockets that are
 *   files stay open, such as PostgreSQL's.
 * - `node`: Node's permission model alone, which a flaw in Node's engine would lift, and which leaves the network open.
 */
export type Confinement = 'bubblewrap' | 'unshare' | 'node';
/** What a confined process can read: files, and folders with all that is in them. */
export type Readable = { files: string[]; folders: string[] };
export type Command = { execPath: string; execArgv: string[] };

/** Nothing of the service's own environment; where the wrappers stand. */
export const bareEnvironment = { NODE_ENV: 'production', PATH: '/usr/local/bin:/usr/bin:/bin' } as const;

const mostBytesOfData = 2 ** 30;
const mostOpenFiles = 256;

/**
 * No dump of its memory, and not a byte in a file. An attempt to use more memory than the service allows at all fails
 * before the service notices.
 */
const limits = [
  'prlimit',
  '--core=0',
  '--fsize=0',
  `--nofile=${mostOpenFiles}`,
  `--data=${mostBytesOfData}`,
  '--',
];

let itself: string[] | undefined;

/**
 * The executable of Node and the libraries that it has loaded. Asked once: a report stops the server while it is made,
 * and without the exclusion would look up the name of every visitor's address.
 */
function nodeItself(): string[] {
  if (itself) return itself;
  const report: unknown = Object.assign(process.report, { excludeNetwork: true }).getReport();
  const { sharedObjects } = report as { sharedObjects: string[] };
  itself = [process.execPath, ...sharedObjects.filter((file) => path.isAbsolute(file))];
  return itself;
}

const sameForReading = (file: string) => ['--ro-bind', realpathSync(file), file];

function wrapperOf(confinement: Confinement, { files, folders }: Readable): string[] {
  if (confinement === 'node') return [];
  if (confinement === 'unshare') {
    const namespaces = ['--user', '--map-current-user', '--net', '--ipc', '--uts', '--pid'];
    const unshare = ['unshare', ...namespaces, '--fork', '--kill-child', '--mount-proc', '--'];
    return [...limits, 'setpriv', '--no-new-privs', '--', ...unshare];
  }
  const shown = [...nodeItself(), ...files, ...folders].flatMap(sameForReading);
  const alone = ['--unshare-all', '--die-with-parent', '--new-session', '--cap-drop', 'ALL'];
  return [...limits, 'bwrap', ...alone, ...shown, '--proc', '/proc', '--remount-ro', '/', '--'];
}

/** Node's permission model: no file but those, no child process, no thread, no addon. Experimental in Node 20. */
function permissions({ files, folders }: Readable): string[] {
  const isStable = process.allowedNodeEnvironmentFlags.has('--permission');
  const allowed = [...files, ...folders.map((folder) => `${folder}/*`)].map(
    (file) => `--allow-fs-read=${file}`,
  );
  return [isStable ? '--permission' : '--experimental-permission', ...allowed];
}

/** How Node is started so that it can read its program alone, and reach nothing. */
export function confinedCommand(readable: Readable, confinement: Confinement = confinementHere()): Command {
  const [execPath = process.execPath, ...rest] = [...wrapperOf(confinement, readable), process.execPath];
  return { execPath, execArgv: [...rest, ...permissions(readable)] };
}

function works(confinement: Confinement): boolean {
  const [program = '', ...args] = [
    ...wrapperOf(confinement, { files: [], folders: [] }),
    process.execPath,
    '--version',
  ];
  return (
    spawnSync(program, args, {
      stdio: 'ignore',
      timeout: 10_000,
      env: bareEnvironment,
    }).status === 0
  );
}

const holder = globalThis as typeof globalThis & { courtConfinement?: Confinement };

/** The strongest confinement that works on this machine, found out once. */
export function confinementHere(): Confinement {
  holder.courtConfinement ??=
    (['bubblewrap', 'unshare'] as const).find((confinement) => works(confinement)) ?? 'node';
  return holder.courtConfinement;
}
