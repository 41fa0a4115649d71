import { strict as assert } from 'node:assert';
import { freePort } from '../../../lib/testing/db/postgres';
import { startServer } from '../../support/court/server';
import { hasNginx, startProxy } from '../../support/machines/proxy';
import { Court, opening } from '../court';
import { Traffic } from './traffic';

/** The most in a second: a machine that cannot answer so many is asked as many as it can. */
const perSecond = 100;

/**
 * Two servers behind nginx are restarted one after the other, again and again, under a hundred requests a second over connections
 * that are kept: none fails, and none is sent twice that must not be.
 */
export async function rollingRestart({ rolls }: { rolls: number }): Promise<string> {
  if (!hasNginx()) {
    process.stderr.write('\n*** NOT TESTED: a rolling restart, which takes nginx ***\n\n');
    return 'NOT TESTED';
  }
  const court = await Court.open();
  const [front = 0, ...ports] = [await freePort(), await freePort(), await freePort()];
  const start = (port: number) =>
    startServer({
      clock: opening,
      dataDir: court.dataDir,
      port,
      program: 'serve',
      env: { ...court.env(), PUBLIC_ORIGIN: `http://localhost:${front}` },
    });
  const servers = [await start(ports[0] ?? 0), await start(ports[1] ?? 0)];
  // As docs/operations.md tells operators to set it up.
  const nginx = await startProxy(front, {
    upstream: [...ports.map((port) => `server 127.0.0.1:${port} max_fails=0;`), 'keepalive 32;'],
    location: ['proxy_http_version 1.1;', 'proxy_set_header Connection "";'],
  });
  const traffic = new Traffic(nginx.origin, perSecond);
  try {
    await traffic.more(2 * perSecond);
    for (let n = 0; n < rolls; n += 1) {
      for (const [index, port] of ports.entries()) {
        await servers[index]?.stop();
        servers[index] = await start(port);
        await traffic.more(perSecond);
      }
    }
    const { pace } = traffic;
    await traffic.stop();
    assert.deepEqual(
      traffic.failures,
      [],
      `${traffic.failures.length} of ${traffic.answered} requests failed`,
    );
    return `${rolls} rolling restarts of two servers behind nginx, ${traffic.answered} requests, ${pace} in a second, none failed`;
  } finally {
    await traffic.stop();
    await nginx.stop();
    await Promise.all(servers.map((server) => server.stop()));
    await court.close();
  }
}
