import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the provider takes a message. `accept-then-drop`: it is accepted, but the answer never arrives. */
export type ResendMode = 'ok' | '500' | '429' | 'timeout' | 'accept-then-drop' | 'invalid-key';

/** Of the bytes the hash, as hex. */
type MailAttachment = { filename: string; sha256: string };

type AcceptedMail = {
  id: string;
  key: string;
  to: string;
  subject: string;
  attachments: MailAttachment[];
  /** The first link to a route of ours that carries a token. */
  link: string | undefined;
  at: number;
};

/** When a request came, in ms, and which mode it met: in `ok` one that fails met `500`. */
type MailRequest = { at: number; met: ResendMode };

/** Stands where Resend's API would: remembers keys as Resend does for 24 hours, and fails on purpose. */
export type FakeResend = {
  url: string;
  /** What was accepted, each message once. */
  accepted: AcceptedMail[];
  /** Each request, the first first. */
  requests: MailRequest[];
  /** From now on; `ok` still fails as often as `failures` says. */
  mode: ResendMode;
  /** The part of requests (0 to 1) that fail with 500. */
  failures: number;
  close(): Promise<void>;
};

/** Numbers from 0 to 1 that a seed repeats (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function answer(response: ServerResponse, status: number, body: object, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

/** The silence that `429` asks for, in seconds: longer than any wait of the worker's own in these tests. */
export const retryAfterSeconds = 2;

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');

const refused = (response: ServerResponse, statusCode: number, name: string, headers = {}) =>
  answer(response, statusCode, { statusCode, name, message: name }, headers);

/** What the modes do that accept no message. */
const refusals: Partial<Record<ResendMode, (response: ServerResponse) => void>> = {
  'invalid-key': (response) => refused(response, 401, 'invalid_api_key'),
  '429': (response) =>
    refused(response, 429, 'rate_limit_exceeded', { 'retry-after': String(retryAfterSeconds) }),
  '500': (response) => refused(response, 500, 'internal_server_error'),
  timeout: () => {},
};

const kept = ({ filename, content }: { filename: string; content: string }): MailAttachment => ({
  filename,
  sha256: sha256(Buffer.from(content, 'base64')),
});

/** Starts on loopback. By default one request in twenty fails. */
export async function startResend({ seed = 1, failures = 0.05 } = {}): Promise<FakeResend> {
  const random = randomFrom(seed);
  const known = new Map<string, { id: string; payload: string }>();
  const fake: FakeResend = { url: '', accepted: [], requests: [], mode: 'ok', failures, close };

  /** The message's id, or undefined where the key belongs to another message. */
  function accept(key: string, body: string): string | undefined {
    const payload = sha256(body);
    const before = known.get(key);
    if (before) return before.payload === payload ? before.id : undefined;
    const { to, subject, text = '', attachments = [] } = JSON.parse(body);
    const id = randomUUID();
    known.set(key, { id, payload });
    const link = /https?:\/\/\S+\/api\/\S+/.exec(text)?.[0];
    const about = { to: [to].flat().join(), subject, attachments: attachments.map(kept), link };
    fake.accepted.push({ id, key, ...about, at: Date.now() });
    return id;
  }

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const met = fake.mode === 'ok' && random() < fake.failures ? '500' : fake.mode;
    fake.requests.push({ at: Date.now(), met });
    if (request.method !== 'POST' || request.url !== '/emails') return refused(response, 404, 'not_found');
    const refuse = refusals[met];
    if (refuse) return refuse(response);
    const id = accept(String(request.headers['idempotency-key']), body);
    if (!id) return refused(response, 409, 'invalid_idempotent_request');
    if (met === 'accept-then-drop') response.destroy();
    else answer(response, 200, { id });
  }

  const server = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  fake.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return fake;

  async function close(): Promise<void> {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
