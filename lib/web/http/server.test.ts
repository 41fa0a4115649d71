import { once } from 'node:events';
import { Agent, get, type RequestListener } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, it } from 'vitest';
import { createCourtServer } from '@/lib/server.mjs';
import { securityHeaders } from '@/lib/web/http/security-headers';
import { answerLater, bodyOfRequest, guardRequests, isDraining, stopListening } from '@/lib/web/http/server';

/** The response of the court's server around a listener. */
async function answerOf(listener: RequestListener, sent: RequestInit = {}): Promise<Response> {
  const server = createCourtServer(listener);
  guardRequests();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    return await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual', ...sent });
  } finally {
    server.close();
  }
}

it.each<[string, RequestListener]>([
  ['an empty answer', (_, response) => response.end()],
  ['a failure', (_, response) => response.writeHead(500).end('failed')],
  ['a stream', (_, response) => [response.write('a'), response.end('b')]],
  ['a redirect', (_, response) => response.writeHead(307, { location: '/en' }).end()],
])('is given to %s', async (_, listener) => {
  const { headers } = await answerOf(listener);
  for (const [name, value] of securityHeaders) expect(headers.get(name), name).toBe(value);
});

it('leaves alone what a response says itself, set before or with its status', async () => {
  const { headers } = await answerOf((_, response) => {
    response.setHeader('content-security-policy', "default-src 'self'");
    response.writeHead(200, { 'cache-control': 'public, max-age=60' }).end();
  });
  expect(headers.get('content-security-policy')).toBe("default-src 'self'");
  expect(headers.get('cache-control')).toBe('public, max-age=60');
  expect(headers.get('x-frame-options')).toBe('DENY');
});

it('gives code that runs for a request a late answer to it alone', async () => {
  const late = await answerOf(async (_, response) => {
    await new Promise((later) => setImmediate(later));
    answerLater(429, 1.5);
    response.end();
  });
  expect([late.status, late.headers.get('retry-after')]).toEqual([429, '2']);
  expect((await answerOf((_, response) => response.end())).status).toBe(200);
  expect(() => answerLater(503, 1)).not.toThrow();
});

it('gives code that runs for a request its body as Node reads it, until somebody has begun to read', async () => {
  const sent = { method: 'PUT', body: 'x'.repeat(200_000) };
  const answer = await answerOf(async (request, response) => {
    await new Promise((later) => setImmediate(later));
    let length = 0;
    for await (const chunk of bodyOfRequest() ?? []) length += chunk.length;
    response.end(`${length} ${bodyOfRequest() === undefined} ${request.readableEnded}`);
  }, sent);
  expect(await answer.text()).toBe('200000 true true');
  expect(bodyOfRequest()).toBeUndefined();
});

it('answers what is under way before it stops listening, and takes nothing more', async () => {
  let stopped: Promise<void> | undefined;
  const answer = await answerOf((_, response) => {
    stopped = stopListening();
    setImmediate(() => response.end('answered'));
  });
  expect(await answer.text()).toBe('answered');
  await stopped;
});

it('gives a slow request half an hour to arrive', () => {
  expect(createCourtServer(() => undefined).requestTimeout).toBe(1_800_000);
});

it('closes every connection once it is told to end, those on which nothing is under way when no more come', async () => {
  const ready: boolean[] = [];
  let noMore = () => {};
  const server = createCourtServer(
    (_, response) => {
      ready.push(!isDraining());
      response.end('answered');
    },
    () =>
      new Promise<void>((resolve) => {
        noMore = resolve;
      }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = () =>
    new Promise<string | undefined>((resolve, reject) => {
      const asked = get({ port, host: '127.0.0.1', agent }, (response) =>
        response.resume().on('end', () => resolve(response.headers.connection)),
      );
      asked.on('error', reject);
    });
  const idle = connect(port, '127.0.0.1');
  const closed = once(idle.resume(), 'close');
  expect(await ask()).toBe('keep-alive');
  const stopped = stopListening();
  expect(await ask(), 'on a connection from before').toBe('close');
  expect(await ask(), 'on a new one').toBe('close');
  noMore();
  await Promise.all([closed, stopped]);
  expect(ready).toEqual([true, false, false]);
  await expect(ask()).rejects.toThrow(/ECONNREFUSED/);
});
