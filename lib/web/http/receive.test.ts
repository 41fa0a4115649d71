import type { AddressInfo } from 'node:net';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseProxies } from '@/lib/domain/sign-in/ip';
import { env } from '@/lib/env';
import { listenToMeasurements } from '@/lib/measure';
import { currentRequestId } from '@/lib/request-id';
import { createCourtServer } from '@/lib/server.mjs';
import { guardRequests } from '@/lib/web/http/server';

/** What the framework got of the last request. */
let seen:
  | {
      host?: string | undefined;
      forwarded?: string | string[] | undefined;
      id?: string | undefined;
      trace?: unknown;
    }
  | undefined;
let server: ReturnType<typeof createCourtServer>;
let port = 0;

beforeEach(async () => {
  seen = undefined;
  server = createCourtServer((request, response) => {
    seen = {
      host: request.headers.host,
      forwarded: request.headers['x-forwarded-for'],
      id: currentRequestId(),
      trace: request.headers.traceparent,
    };
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

it('lets nobody but a server in front make a request part of a trace', async () => {
  const headers = 'traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\n';
  await ask('/en', headers);
  expect(seen?.trace).toBeUndefined();
  env.TRUSTED_PROXIES = parseProxies('127.0.0.0/8') ?? [];
  await ask('/en', headers);
  expect(seen?.trace).toMatch(/^00-0af7/);
});

it('measures requests by the pattern of their path and their status', async () => {
  const measured: unknown[] = [];
  listenToMeasurements((name, seconds, labels) => measured.push([name, seconds >= 0, labels]));
  try {
    await ask('/en/verify/ABC?q=1');
    await ask('/en/%00');
    await sendRaw('BREW /nobody@example.org HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
    await vi.waitFor(() => expect(measured).toHaveLength(2));
  } finally {
    listenToMeasurements(undefined);
  }
  expect(measured).toEqual([
    ['request', true, { method: 'GET', route: '/[locale]/verify/[code]', status: '200' }],
    ['request', true, { method: 'GET', route: 'other', status: '400' }],
  ]);
});

describe('the address of a visitor', () => {
  it('is that of the connection, whatever a header says, where no server in front is trusted', async () => {
    await ask('/en', 'X-Forwarded-For: 6.6.6.6\r\nX-Real-IP: 7.7.7.7\r\nX-Forwarded-Host: evil.example\r\n');
    expect(seen).toMatchObject({ host: 'localhost', forwarded: '127.0.0.1' });
  });

  it('is what a trusted server in front says, and no text that is no address', async () => {
    env.TRUSTED_PROXIES = parseProxies('127.0.0.0/8') ?? [];
    await ask('/en', 'X-Forwarded-For: 6.6.6.6, 198.51.100.7\r\n');
    expect(seen?.forwarded).toBe('198.51.100.7');
    await ask('/en', 'X-Forwarded-For: <b>evil</b>\r\n');
    expect(seen?.forwarded).toBe('127.0.0.1');
  });
});

describe('the id of a request', () => {
  const idOf = (answer: string) => /x-request-id: (.*)\r\n/i.exec(answer)?.[1];

  it('is the one that it brings, or a new one, and stands in the answer and in what the request leads to', async () => {
    expect(idOf(await ask('/en', 'X-Request-Id: from-a-proxy.0123\r\n'))).toBe('from-a-proxy.0123');
    expect(seen?.id).toBe('from-a-proxy.0123');
    const made = [idOf(await ask('/en')), idOf(await ask('/en'))];
    expect(made[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(made[1]).not.toBe(made[0]);
  });

  it.each(['short', 'with spaces in it', '<script>alert(1)</script>', 'x'.repeat(65)])(
    'is never %s',
    async (id) => {
      expect(idOf(await ask('/en', `X-Request-Id: ${id}\r\n`))).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  it('stands on the page of a refusal, for whoever asks for help', async () => {
    const answer = await ask('/%ff', 'X-Request-Id: refused-0001\r\n');
    expect(answer).toContain('<code>refused-0001</code>');
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
    ['an address over 16 kB', `GET /en/${'x'.repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\n`, 431],
    ['what is not HTTP', 'hello\r\n', 400],
    ['a form over 1 MB', 'POST /en HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1048577\r\n', 413],
    [
      'a document over 36 MB',
      'POST /api/substitutes HTTP/1.1\r\nHost: localhost\r\nContent-Length: 37748737\r\n',
      413,
    ],
    [
      'ten documents over 351 MB',
      'POST /api/documents HTTP/1.1\r\nHost: localhost\r\nContent-Length: 368050177\r\n',
      413,
    ],
    [
      'a form of unknown length',
      'POST /en HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n',
      411,
    ],
  ])('is refused for %s, before its body', async (_, head, status) => {
    const answer = await sendRaw(`${head}Connection: close\r\n\r\n`);
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

/** Sends a request and waits until all is sent and answered. @throws if the connection is reset: its answer may be lost */
function sendWhole(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: string[] = [];
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }, () => socket.end(text));
    socket.on('data', (part) => parts.push(String(part)));
    socket.on('error', reject);
    socket.on('close', () => resolve(parts.join('')));
  });
}

describe('an answer that stands before the body has come', () => {
  const body = 'x'.repeat(20_000_000);
  const post = (path: string) =>
    sendWhole(
      `POST ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );

  it.each([
    ['whose address is over 16 kB', `/en/${'x'.repeat(20_000)}`, 431],
    ['whose address is over 2,000 signs', `/en/${'x'.repeat(3_000)}`, 400],
    ['that is too large', '/en', 413],
    ['that a page answers without its document', '/api/documents', 200],
  ])('reaches the sender of a request %s', async (_, path, status) => {
    expect(statusOf(await post(path))).toBe(status);
  });
});
