import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

const ip = (...args: string[]) => execFileSync('ip', args, { stdio: 'pipe' });

/** Whether this process may make network namespaces. */
export function canMakeNamespaces(): boolean {
  try {
    ip('netns', 'add', 'court-probe');
    ip('netns', 'del', 'court-probe');
    return true;
  } catch {
    return false;
  }
}

const forwardHere = `
import { connect, createServer } from 'node:net';
const [host, ...ports] = process.argv.slice(1);
await Promise.all(ports.map((port) => new Promise((done) => createServer((near) => {
  const far = connect(Number(port), host);
  near.pipe(far).pipe(near);
  for (const socket of [near, far]) socket.on('error', () => { near.destroy(); far.destroy(); });
}).listen(Number(port), '127.0.0.1', done))));
process.stdout.write('ready');
`;

/**
 * A machine: a network namespace with one cable to this one. Services of ours, at the ports given, are reached in it as
 * here, at 127.0.0.1, but over that cable.
 */
export class Machine {
  /** Addresses of a network for tests of networks (RFC 2544): of the machine, and of our end of its cable. */
  readonly address: string;
  readonly gateway: string;
  private readonly name: string;
  private readonly children: ChildProcess[] = [];
  private readonly servers: Server[] = [];
  private readonly sockets = new Set<Socket>();

  private constructor(n: number) {
    this.name = `court-${process.pid}-${n}`;
    [this.gateway, this.address] = [`198.18.${n}.1`, `198.18.${n}.2`];
  }

  static async make(n: number, ports: number[]): Promise<Machine> {
    const machine = new Machine(n);
    const { name, address, gateway } = machine;
    const cable = `court${n}-${process.pid}`;
    ip('netns', 'add', name);
    ip('link', 'add', cable, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', name);
    ip('addr', 'add', `${gateway}/30`, 'dev', cable);
    ip('link', 'set', cable, 'up');
    ip('-n', name, 'addr', 'add', `${address}/30`, 'dev', 'eth0');
    for (const device of ['lo', 'eth0']) ip('-n', name, 'link', 'set', device, 'up');
    await Promise.all(ports.map((port) => machine.serve(port)));
    const args = ['--input-type=module', '-e', forwardHere, gateway, ...ports.map(String)];
    const forwarder = machine.run(args, {});
    if (forwarder.stdout) await once(forwarder.stdout, 'data');
    return machine;
  }

  /** Makes a service at a port of 127.0.0.1 answer at our end of the cable. */
  private serve(port: number): Promise<void> {
    const server = createServer((near) => {
      const far = connect(port, '127.0.0.1');
      near.pipe(far).pipe(near);
      for (const socket of [near, far]) {
        this.sockets.add(socket);
        socket
          .on('error', () => undefined)
          .on('close', () => [near, far].forEach((one) => void one.destroy()));
      }
    });
    this.servers.push(server);
    return new Promise((done) => server.listen(port, this.gateway, done));
  }

  /** Runs Node in the machine. */
  run(args: string[], env: Record<string, string>): ChildProcess {
    const child = spawn('ip', ['netns', 'exec', this.name, process.execPath, ...args], {
      env: { ...process.env, ...env },
    });
    child.stderr?.resume();
    this.children.push(child);
    return child;
  }

  /** Pulls the cable at its end: what we send is lost without an answer. */
  cutOff(): void {
    ip('-n', this.name, 'link', 'set', 'eth0', 'down');
  }

  /** Plugs it in again. */
  comeBack(): void {
    ip('-n', this.name, 'link', 'set', 'eth0', 'up');
  }

  async remove(): Promise<void> {
    for (const child of this.children.reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGTERM');
      const killer = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await once(child, 'exit');
      clearTimeout(killer);
    }
    for (const server of this.servers) server.close();
    for (const socket of this.sockets) socket.destroy();
    ip('netns', 'del', this.name);
  }
}
