import type { AddressInfo } from 'node:net';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseProxies } from '@/lib/domain/sign-in/ip';
import { env } from '@/lib/env';
import { createCourtServer } from '@/lib/server.mjs';
import { guardRequests } from '@/lib/web/http/server';

/** What the framework got of the last request. */
let seen: { host?: string | undefined; forwarded?: string | string[] | undefined } | undefined;
let server: ReturnType<typeof createCourtServer>;
let port = 0;

beforeEach(async () => {
  seen = undefined;
  server = createCourtServer((request, response) => {
    seen = { host: request.headers.host, forwarded: request.headers['x-forwarded-for'] };
    response.end('answered');
  });
  guardRequests();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});

afterEach(() => {
  env.TRUSTED_PROXIES = [];
  server.closeAllConnections();
  server.close();
  vi.useRealTimers();
});

/** Sends bytes as they are. @returns what came back until the connection ended */
function sendRaw(text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket: Socket = connect(port, '127.0.0.1', () => socket.write(text));
    const parts: string[] = [];
    socket.on('data', (part) => parts.push(String(part)));
    for (const end of ['close', 'error'] as const) socket.on(end, () => resolve(parts.join('')));
  });
}

const ask = (path: string, headers = '') =>
  sendRaw(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${headers}\r\n`);
const statusOf = (answer: string) => Number(answer.split(' ')[1]);

describe('the address of a visitor', () => {
  it('is that of the connection, whatever a header says, where no server in front is trusted', async () => {
    await ask('/en', 'X-Forwarded-For: 6.6.6.6\r\nX-Real-IP: 7.7.7.7\r\nX-Forwarded-Host: evil.example\r\n');
    expect(seen).toEqual({ host: 'localhost', forwarded: '127.0.0.1' });
  });

  it('is what a trusted server in front says, and no text that is no address', async () => {
    env.TRUSTED_PROXIES = parseProxies('127.0.0.0/8') ?? [];
    await ask('/en', 'X-Forwarded-For: 6.6.6.6, 198.51.100.7\r\n');
    expect(seen?.forwarded).toBe('198.51.100.7');
    await ask('/en', 'X-Forwarded-For: <b>evil</b>\r\n');
    expect(seen?.forwarded).toBe('127.0.0.1');
  });
});

describe('a request that no page can answer', () => {
  it.each([
    ['another host', 'GET /en HTTP/1.1\r\nHost: evil.example\r\n', 421],
    ['a host with an @', 'GET /en HTTP/1.1\r\nHost: localhost@evil.example\r\n', 421],
    ['a broken address', 'GET /%ff HTTP/1.1\r\nHost: localhost\r\n', 400],
    ['an address that is broken once decoded', 'GET /en/%25ff HTTP/1.1\r\nHost: localhost\r\n', 400],
    ['a NUL in its address', 'GET /en/%00 HTTP/1.1\r\nHost: localhost\r\n', 400],
    ['an address over 2,000 signs', `GET /en/${'x'.repeat(2_000)} HTTP/1.1\r\nHost: localhost\r\n`, 400],
    ['an address that is not a path', 'GET http://evil.example/en HTTP/1.1\r\nHost: localhost\r\n', 400],
    ['a form over 1 MB', 'POST /en HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1048577\r\n', 413],
    [
      'a document over 36 MB',
      'POST /api/documents HTTP/1.1\r\nHost: localhost\r\nContent-Length: 37748737\r\n',
      413,
    ],
    [
      'a form of unknown length',
      'POST /en HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n',
      411,
    ],
  ])('is refused for %s, before its body', async (_, head, status) => {
    const answer = await sendRaw(`${head}\r\n`);
    expect(statusOf(answer)).toBe(status);
    expect(answer).toContain('lang="fr"');
    expect(seen).toBeUndefined();
  });

  it('is none when it is whole, or asks for the health under another name', async () => {
    expect(statusOf(await ask('/en?typed=%C3%A9'))).toBe(200);
    for (const path of ['/api/health', '/api/health/live', '/api/health/ready']) {
      const health = `GET ${path} HTTP/1.1\r\nHost: 10.0.0.9\r\nConnection: close\r\n\r\n`;
      expect(statusOf(await sendRaw(health)), path).toBe(200);
    }
    const other = 'GET /api/health/other HTTP/1.1\r\nHost: 10.0.0.9\r\nConnection: close\r\n\r\n';
    expect(statusOf(await sendRaw(other))).toBe(421);
  });
});

describe('half a body', () => {
  const head = 'POST /api/documents HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n';

  it('is cut off two seconds after the answer to it', async () => {
    const started = performance.now();
    expect(statusOf(await sendRaw(`${head}half`))).toBe(200);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
