import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Resend } from 'resend';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendThrough } from '@/lib/services/mail/send';

/** The provider's behaviour for one request, after it has read the request. */
type Behaviour = (response: ServerResponse, accept: () => string, request: IncomingMessage) => void;

/** A provider at the network edge: keeps what it accepts by idempotency key and follows a script. */
const accepted = new Map<string, string>();
const script: Behaviour[] = [];

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    const accept = () => {
      const key = String(request.headers['idempotency-key']);
      accepted.set(key, accepted.get(key) ?? `id-${accepted.size + 1}`);
      return accepted.get(key) ?? '';
    };
    const answer = script.shift() ?? answered;
    answer(response, accept, request);
  });
});

const json =
  (status: number, body: unknown): Behaviour =>
  (response) => {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  };
const fault = (statusCode: number, name: string) =>
  json(statusCode, { statusCode, name, message: 'said so' });
const answered: Behaviour = (response, accept, request) =>
  json(200, { id: accept() })(response, accept, request);
const page =
  (status: number): Behaviour =>
  (response) => {
    response.writeHead(status, { 'Content-Type': 'text/html' }).end('<h1>Gateway</h1>');
  };
const dropped: Behaviour = (response) => response.destroy();
const acceptedThenDropped: Behaviour = (response, accept) => {
  accept();
  response.destroy();
};
const silent: Behaviour = () => undefined;

let client: Resend;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  client = new Resend('re_test', { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const message = (key: string) => ({
  key,
  from: 'court@example.org',
  to: 'zoe@example.org',
  subject: 'Issued',
  html: '<p>Issued</p>',
  text: 'Issued',
});

const now = new Date('2026-11-24T15:00:00Z');

describe('sendThrough', () => {
  it('gives the provider’s id', async () => {
    expect(await sendThrough(client, message('plain'), now)).toEqual({ ok: true, id: accepted.get('plain') });
  });

  it.each<[string, Behaviour, object]>([
    [
      'too many requests',
      fault(429, 'rate_limit_exceeded'),
      { code: 'rate_limit_exceeded', retryable: true },
    ],
    ['a fault', fault(500, 'internal_server_error'), { code: 'internal_server_error', retryable: true }],
    ['a gateway’s page', page(502), { code: 'application_error', retryable: true }],
    ['a gateway’s JSON', json(503, { message: 'try later' }), { code: 'no_answer', retryable: true }],
    ['success that is no JSON', page(200), { code: 'application_error', retryable: true }],
    ['success without an id', json(200, {}), { code: 'no_answer', retryable: true }],
    ['a dropped connection', dropped, { code: 'application_error', retryable: true }],
    [
      'a twin under way',
      fault(409, 'concurrent_idempotent_requests'),
      { code: 'concurrent_idempotent_requests', retryable: true },
    ],
    [
      'another message under this key',
      fault(409, 'invalid_idempotent_request'),
      { code: 'invalid_idempotent_request', retryable: false },
    ],
    ['a bad address', fault(422, 'validation_error'), { code: 'validation_error', retryable: false }],
    [
      'a missing key',
      fault(401, 'missing_api_key'),
      { code: 'missing_api_key', retryable: true, pause: true },
    ],
    [
      'an unknown key',
      fault(403, 'invalid_api_key'),
      { code: 'invalid_api_key', retryable: true, pause: true },
    ],
    [
      'a domain not verified',
      fault(403, 'validation_error'),
      { code: 'validation_error', retryable: true, pause: true },
    ],
    [
      'a spent quota',
      fault(429, 'daily_quota_exceeded'),
      { code: 'daily_quota_exceeded', retryable: true, pause: true },
    ],
  ])('%s', async (_, behaviour, result) => {
    script.push(behaviour);
    expect(await sendThrough(client, message('fault'), now)).toEqual({ ok: false, ...result });
  });

  it.each([
    ['7', 7_000],
    ['43200', 12 * 3_600_000],
    ['999999', 24 * 3_600_000],
    ['Tue, 24 Nov 2026 15:01:00 GMT', 60_000],
  ])('hears a provider that asks for silence (%s)', async (header, retryAfterMs) => {
    const body = { statusCode: 429, name: 'rate_limit_exceeded', message: 'slower' };
    script.push((response) => {
      response.writeHead(429, { 'Content-Type': 'application/json', 'Retry-After': header });
      response.end(JSON.stringify(body));
    });
    const code = 'rate_limit_exceeded';
    const result = await sendThrough(client, message('slower'), now);
    expect(result).toEqual({ ok: false, code, retryable: true, retryAfterMs });
  });

  it('gives up waiting when told to; the message may have been sent', async () => {
    script.push(silent);
    const result = await sendThrough(client, message('silent'), now, 50);
    expect(result).toMatchObject({ ok: false, retryable: true });
  });

  it('accepted, then dropped: the repeat under the same key is not a second message', async () => {
    script.push(acceptedThenDropped);
    expect(await sendThrough(client, message('once'), now)).toMatchObject({ ok: false, retryable: true });
    const held = accepted.size;
    expect(await sendThrough(client, message('once'), now)).toEqual({ ok: true, id: accepted.get('once') });
    expect(accepted.size).toBe(held);
  });
});
