type Inside = {
  root: string;
  isReadOnly: boolean;
  /** A folder of this machine, and where it stands inside. */
  shared: [from: string, to: string];
  /** The folder to work in. */
  folder: string;
  variables: Record<string, string>;
};

/**
 * The beginning of a bubblewrap command that has a folder as its whole system, with devices, processes and /tmp of its own,
 * one folder of this machine, and these variables alone. The network is this machine's.
 */
export function inRoot({ root, isReadOnly, shared, folder, variables }: Inside): string[] {
  const namespaces = ['--unshare-pid', '--unshare-ipc', '--unshare-uts', '--die-with-parent'];
  const system = [isReadOnly ? '--ro-bind' : '--bind', root, '/', '--proc', '/proc', '--dev', '/dev'];
  const tmp = ['--perms', '1777', '--tmpfs', '/tmp'];
  const set = Object.entries(variables).flatMap(([name, value]) => ['--setenv', name, value]);
  return [
    'bwrap',
    ...namespaces,
    ...system,
    ...tmp,
    ...['--bind', ...shared],
    ...['--chdir', folder, '--clearenv'],
    ...set,
  ];
}
