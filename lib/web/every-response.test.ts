import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { secureEveryResponse } from '@/lib/web/every-response';
import { securityHeaders } from '@/lib/web/security-headers';

secureEveryResponse();

/** What a server of this process answers. */
async function answerOf(listener: RequestListener): Promise<Headers> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return (
      await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { redirect: 'manual' })
    ).headers;
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
  const headers = await answerOf(listener);
  for (const [name, value] of securityHeaders) expect(headers.get(name), name).toBe(value);
});

it('leaves alone what a response says itself, set before or with its status', async () => {
  const headers = await answerOf((_, response) => {
    response.setHeader('content-security-policy', "default-src 'self'");
    response.writeHead(200, { 'cache-control': 'public, max-age=60' }).end();
  });
  expect(headers.get('content-security-policy')).toBe("default-src 'self'");
  expect(headers.get('cache-control')).toBe('public, max-age=60');
  expect(headers.get('x-frame-options')).toBe('DENY');
});
