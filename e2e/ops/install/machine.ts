import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { until } from '../../support/until';
import { npmCache } from './base';

/** The tree of groups of processes in which systemd wants a place; a machine may have the older one beside it. */
const groups = ['/sys/fs/cgroup', '/sys/fs/cgroup/unified'].find((folder) =>
  existsSync(path.join(folder, 'cgroup.procs')),
);

/** Mounts what a machine has, makes the folder the root, and becomes its first process. $1: the folder, $2: what npm fetched */
const boot = `
set -e
mount --make-rprivate /
mount --bind "$1" "$1"
cd "$1"
mount --bind "$2" var/cache/npm
mount -t proc proc proc
mount -t sysfs -o ro sysfs sys
mount -t cgroup2 cgroup2 sys/fs/cgroup
for at in run tmp dev; do mount -t tmpfs -o mode=0755 tmpfs $at; done
chmod 1777 tmp
for device in null zero full random urandom tty; do touch dev/$device; mount --bind /dev/$device dev/$device; done
mkdir dev/pts dev/shm .before
mount -t devpts -o newinstance,ptmxmode=0666 devpts dev/pts
mount -t tmpfs -o mode=1777 tmpfs dev/shm
ln -s /proc/self/fd dev/fd
ln -s pts/ptmx dev/ptmx
pivot_root . .before
exec chroot . /bin/sh -c 'umount -l /.before; rmdir /.before
exec env -i container=court PATH=/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd --unit=basic.target --log-level=warning'
`;

/** The first process of a machine: the child of unshare. */
function firstProcess({ pid }: ChildProcess): number {
  const file = `/proc/${pid}/task/${pid}/children`;
  return existsSync(file) ? Number(readFileSync(file, 'utf8').trim()) : 0;
}

/** A Debian that has started: systemd is its first process, in namespaces of its own. It shares the network with this machine. */
export class DebianMachine {
  private constructor(
    readonly root: string,
    private readonly child: ChildProcess,
    private readonly group: string,
  ) {}

  /** @param root the folder of a Debian @throws where systemd does not come up */
  static async boot(root: string): Promise<DebianMachine> {
    const group = path.join(groups ?? '', `court-${process.pid}`);
    mkdirSync(group);
    const namespaces = ['--mount', '--pid', '--fork', '--uts', '--ipc', '--cgroup', '--kill-child'];
    // It moves into its own group first, which the namespace then shows as the whole.
    const start = `echo $$ > ${group}/cgroup.procs; exec unshare ${namespaces.join(' ')} sh -c "$0" sh "$1" "$2"`;
    const child = spawn('sh', ['-c', start, boot, root, npmCache], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const machine = new DebianMachine(root, child, group);
    await until('systemd is up', async () => {
      if (child.exitCode !== null) throw new Error(`systemd ended with ${child.exitCode}`);
      return machine.run('systemctl is-active basic.target').then(
        () => true,
        () => false,
      );
    });
    return machine;
  }

  /** Runs a line of a shell as root, from / or another folder. @returns what it printed @throws with all of that where it fails */
  async run(line: string, cwd = '/'): Promise<string> {
    const inside = [
      'nsenter',
      '-t',
      String(firstProcess(this.child)),
      '-m',
      '-p',
      '-u',
      '-i',
      '-C',
      '-r',
      '-w',
    ];
    const shell = [
      'env',
      '-i',
      'PATH=/usr/sbin:/usr/bin:/sbin:/bin',
      'DEBIAN_FRONTEND=noninteractive',
      'HOME=/root',
    ];
    const [program = '', ...args] = [...inside, ...shell, 'sh', '-c', `cd ${cwd} && ${line}`];
    const { stdout } = await promisify(execFile)(program, args, { maxBuffer: 1 << 26 }).catch(
      ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => {
        throw new Error(`${line}\nended with ${code}:\n${stdout}${stderr}`);
      },
    );
    return stdout;
  }

  /** Writes a file of the machine. */
  write(file: string, text: string): void {
    writeFileSync(path.join(this.root, file), text);
  }

  /** Ends all processes of the machine. */
  async end(): Promise<void> {
    if (this.child.exitCode === null) {
      this.child.kill('SIGKILL');
      await once(this.child, 'exit');
    }
    await until(
      'its processes are gone',
      async () => !readFileSync(`${this.group}/cgroup.events`, 'utf8').includes('populated 1'),
    );
    // Groups are folders of which none holds the files that it shows.
    const groups = readdirSync(this.group, { recursive: true, withFileTypes: true });
    const below = groups.filter((entry) => entry.isDirectory());
    for (const entry of below.reverse()) rmdirSync(path.join(entry.parentPath, entry.name));
    rmdirSync(this.group);
  }
}
