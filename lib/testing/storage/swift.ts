import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '@/lib/testing/db/postgres';

/** A real S3 server for tests: OpenStack Swift with its S3 API, from Debian's packages, in a temporary folder. */
export type TestS3 = {
  /** What makes a service use it, except STORAGE. */
  env: Record<
    'S3_ENDPOINT' | 'S3_BUCKET' | 'S3_REGION' | 'S3_ACCESS_KEY_ID' | 'S3_SECRET_ACCESS_KEY',
    string
  >;
  stop: () => Promise<void>;
};

const servers = ['account', 'container', 'object'] as const;
const swiftPackages = ['swift-proxy', 'swift-account', 'swift-container', 'swift-object'];

/** Whether Swift's programs and their common settings are there. */
function hasSwift(): boolean {
  const programs = ['proxy', ...servers].map((name) => `/usr/bin/swift-${name}-server`);
  return [...programs, '/etc/swift/swift.conf'].every((file) => existsSync(file));
}

/** For the head of a test: says loudly that there is no S3 server. @returns whether there is one */
export function wantSwift(): boolean {
  if (hasSwift()) return true;
  process.stderr.write(
    `\n*** NO S3 SERVER: storage in S3 IS NOT TESTED. Install ${swiftPackages.join(', ')}. ***\n\n`,
  );
  return false;
}

/** One ring for each kind of server: one replica on one device. */
const makeRings = `
import sys
from swift.common.ring import RingBuilder
for kind, port in (pair.split('=') for pair in sys.argv[3:]):
    builder = RingBuilder(4, 1, 0)
    builder.add_dev({'id': 0, 'region': 1, 'zone': 1, 'ip': sys.argv[2], 'port': int(port), 'weight': 1,
                     'replication_ip': sys.argv[2], 'replication_port': int(port), 'device': 'disk', 'meta': ''})
    builder.rebalance()
    builder.get_ring().save(f'{sys.argv[1]}/{kind}.ring.gz')
`;

const common = (folder: string, host: string, port: number) => `[DEFAULT]
bind_ip = ${host}
bind_port = ${port}
workers = 0
user = ${userInfo().username}
swift_dir = ${folder}
devices = ${folder}
mount_check = false
disable_fallocate = true
log_level = ERROR
log_address = ${folder}/log
`;

const storageServer = (kind: string) => `[pipeline:main]
pipeline = ${kind}-server
[app:${kind}-server]
use = egg:swift#${kind}
`;

const proxyServer = `[pipeline:main]
pipeline = catch_errors cache bulk s3api tempauth slo dlo proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:1
[filter:bulk]
use = egg:swift#bulk
[filter:s3api]
use = egg:swift#s3api
location = ca-test-1
[filter:tempauth]
use = egg:swift#tempauth
user_court_clerk = storage-secret .admin
[filter:slo]
use = egg:swift#slo
[filter:dlo]
use = egg:swift#dlo
`;

async function answers(url: string, children: ChildProcess[], output: string[]): Promise<void> {
  for (;;) {
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return;
    if (children.some(({ exitCode }) => exitCode !== null))
      throw new Error(`Swift did not start:\n${output.join('')}`);
    await wait(100);
  }
}

/** Starts a server with an empty storage. @param host the address of this machine to listen on */
export async function startSwift(host = '127.0.0.1'): Promise<TestS3> {
  const folder = mkdtempSync(path.join(tmpdir(), 'court-swift-'));
  mkdirSync(path.join(folder, 'disk'));
  const ports = {
    account: await freePort(),
    container: await freePort(),
    object: await freePort(),
    proxy: await freePort(),
  };
  const rings = servers.map((kind) => `${kind}=${ports[kind]}`);
  await promisify(execFile)('/usr/bin/python3', ['-c', makeRings, folder, host, ...rings]);
  const output: string[] = [];
  const start = (kind: keyof typeof ports) => {
    const conf = path.join(folder, `${kind}.conf`);
    writeFileSync(
      conf,
      common(folder, host, ports[kind]) + (kind === 'proxy' ? proxyServer : storageServer(kind)),
    );
    const child = spawn(`/usr/bin/swift-${kind}-server`, [conf], { cwd: folder });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => output.push(String(chunk)));
    return child;
  };
  const children = [...servers, 'proxy' as const].map(start);
  process.once('exit', () => children.forEach((child) => void child.kill('SIGKILL')));
  await Promise.all(Object.values(ports).map((port) => answers(`http://${host}:${port}/`, children, output)));
  return {
    env: {
      S3_ENDPOINT: `http://${host}:${ports.proxy}`,
      S3_BUCKET: 'documents',
      S3_REGION: 'ca-test-1',
      S3_ACCESS_KEY_ID: 'court:clerk',
      S3_SECRET_ACCESS_KEY: 'storage-secret',
    },
    stop: async () => {
      await Promise.all(
        children.map(async (child) => {
          if (child.exitCode !== null) return;
          child.kill('SIGKILL');
          await once(child, 'exit');
        }),
      );
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
