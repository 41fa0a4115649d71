import { strict as assert } from 'node:assert';
import { connect, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { send } from '../access/send';
import type { Court } from '../faults/court';
import { Visitor } from '../support/people/visitor';

/** Without a server in front a visitor cannot choose the address by which tries are counted, and only this machine is served. */
export async function forgedAddresses(court: Court): Promise<string> {
  const { origin } = await court.start('2026-11-24T15:00:00.000Z', undefined, 1, { TRUSTED_PROXIES: '' });
  let tries = 0;
  for (let status = 200; status !== 429; tries += 1) {
    assert.ok(tries < 100, 'wrong passwords are counted by the address of the connection');
    const visitor = new Visitor(origin, {
      'x-forwarded-for': `198.51.100.${tries}`,
      'x-real-ip': '203.0.113.1',
    });
    const page = await visitor.get('/en/sign-in');
    ({ status } = await visitor.submit(page, 'oneKeyId', {
      oneKeyId: `nobody-${tries}`,
      password: 'wrong words all of them',
    }));
  }
  const ips = await court.sql`select distinct host(ip::inet) as ip from audit where ip is not null`;
  assert.deepEqual(
    ips.map(({ ip }) => ip),
    ['127.0.0.1'],
  );
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((one) => one && !one.internal && one.family === 'IPv4');
  if (outside) {
    const elsewhere = await fetch(`http://${outside.address}:${new URL(origin).port}/api/health`).catch(
      () => null,
    );
    assert.equal(elsewhere, null, 'no other address is listened on');
  }
  const forged = await send(origin, '/en/sign-in', { headers: { host: 'evil.example' } });
  assert.equal(forged.status, 421);
  return `${tries} wrong passwords under as many invented addresses, then 429; listens on 127.0.0.1 alone`;
}

const many = 300;

/** Half a request from nobody holds nothing: it is answered before its body, and its connection ends. */
export async function halfSentBodies(court: Court): Promise<string> {
  const { origin } = await court.start('2026-11-24T15:00:00.000Z');
  const { port } = new URL(origin);
  const paths = [
    '/api/documents',
    '/api/substitutes',
    '/api/drafts',
    '/api/session/saved-form',
    '/en/sign-in',
  ];
  let open = 0;
  const sockets = Array.from({ length: many }, (_, n): Socket => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      open += 1;
      const head = `POST ${paths[n % paths.length]} HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: ${origin}\r\n`;
      socket.write(
        `${head}Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 900000\r\n\r\n--x\r\n`,
      );
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      open -= 1;
    });
    socket.resume();
    return socket;
  });
  const started = performance.now();
  while (open > 0 || performance.now() - started < 1_000) {
    assert.ok(performance.now() - started < 60_000, `${open} of ${many} half requests are still open`);
    await wait(250);
  }
  for (const socket of sockets) socket.destroy();
  const health = await fetch(`${origin}/api/health`);
  assert.equal(health.status, 200);
  return `${many} half requests ended by themselves in ${((performance.now() - started) / 1000).toFixed(0)} s`;
}
