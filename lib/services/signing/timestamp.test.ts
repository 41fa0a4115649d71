import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { signDigest } from '@/lib/pdf/signature/cms';
import { readSigned } from '@/lib/pdf/signature/cms-read';
import { requestTimestamp } from '@/lib/services/signing/timestamp';
import { certify, keyOf, openssl } from '@/lib/testing/pdf/authority';

const folder = mkdtempSync(path.join(tmpdir(), 'timestamp-'));
afterAll(() => rmSync(folder, { recursive: true }));

const authority = certify(folder, 'Authority', { profile: 'authority' });
const clock = certify(folder, 'Clock', { profile: 'time', issuer: authority });
const file = (name: string) => path.join(folder, name);
writeFileSync(file('serial'), '01\n');
writeFileSync(
  file('tsa.cnf'),
  `[tsa]
default_tsa = ours
[ours]
serial = ${file('serial')}
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256
accuracy = secs:1
`,
);

/** The reply of openssl to a query. */
function reply(query: Buffer): Buffer {
  writeFileSync(file('query'), query);
  const by = ['-signer', clock.certificate, '-inkey', clock.key, '-chain', authority.certificate];
  openssl(
    'ts',
    '-reply',
    '-config',
    file('tsa.cnf'),
    '-queryfile',
    file('query'),
    ...by,
    '-out',
    file('reply'),
  );
  return readFileSync(file('reply'));
}

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A time-stamping authority at its own address. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const answering = (answer: (query: Buffer) => Buffer | Promise<Buffer>) =>
  serve(async (request, response) => {
    expect(request.method).toBe('POST');
    expect(request.headers['content-type']).toBe('application/timestamp-query');
    response.setHeader('content-type', 'application/timestamp-reply');
    response.end(await answer(await buffer(request)));
  });

const signature = randomBytes(70);

it('gets a token that openssl accepts for the signature, with the certificates', async () => {
  writeFileSync(file('token'), await requestTimestamp(await answering(reply), signature));
  writeFileSync(file('data'), signature);
  const what = ['-in', file('token'), '-token_in', '-data', file('data')];
  expect(openssl('ts', '-verify', ...what, '-CAfile', authority.certificate)).toContain('Verification: OK');
  writeFileSync(file('data'), randomBytes(70));
  expect(() => openssl('ts', '-verify', ...what, '-CAfile', authority.certificate)).toThrow();
});

it('makes a signature PAdES B-T', async () => {
  const url = await answering(reply);
  const court = certify(folder, 'Court', { profile: 'court', issuer: authority });
  const digest = createHash('sha256').update('document').digest();
  let value = Buffer.of();
  const cms = await signDigest(keyOf(court, authority), digest, (bytes) => {
    value = Buffer.from(bytes);
    return requestTimestamp(url, bytes);
  });
  writeFileSync(file('token'), readSigned(cms)?.timestamp ?? '');
  writeFileSync(file('data'), value);
  const token = ['-in', file('token'), '-token_in', '-data', file('data'), '-CAfile', authority.certificate];
  expect(openssl('ts', '-verify', ...token)).toContain('Verification: OK');
  writeFileSync(file('document'), 'document');
  writeFileSync(file('cms'), cms);
  const what = ['-binary', '-inform', 'DER', '-in', file('cms'), '-content', file('document')];
  expect(openssl('cms', '-verify', '-cades', ...what, '-CAfile', authority.certificate)).toBe('document');
  const parsed = openssl('cms', '-cmsout', '-print', '-noout', '-inform', 'DER', '-in', file('cms'));
  expect(parsed).toContain('id-smime-aa-timeStampToken');
});

it.each([
  ['to another query', /another question/, () => reply(queryOf(randomBytes(70)))],
  ['to an earlier query of the same', /another question/, () => reply(queryOf(signature))],
  ['that it refuses', /refuses, status 2/, () => reply(Buffer.from('3003020101', 'hex'))],
  ['nonsense', /./, () => randomBytes(500)],
  ['nothing', /./, () => Buffer.of()],
  ['too much', /too much/, () => Buffer.alloc(200_000)],
])('throws where the authority answers %s', async (_, message, answer) => {
  await expect(requestTimestamp(await answering(answer), signature)).rejects.toThrow(message);
});

it('throws where the authority is not there, fails, sends elsewhere, or is too slow', async () => {
  await expect(requestTimestamp('http://127.0.0.1:1/', signature)).rejects.toThrow();
  const failing = await serve((_, response) => response.writeHead(503).end());
  await expect(requestTimestamp(failing, signature)).rejects.toThrow('503');
  const elsewhere = await serve((_, response) => response.writeHead(307, { location: '/x' }).end());
  await expect(requestTimestamp(elsewhere, signature)).rejects.toThrow();
  const silent = await serve(() => undefined);
  await expect(requestTimestamp(silent, signature)).rejects.toThrow(/timeout/i);
});

it('is asked only where one is configured', async () => {
  const { timestampAuthority } = await import('@/lib/services/signing/timestamp');
  expect(timestampAuthority()).toBeUndefined();
  vi.resetModules();
  vi.stubEnv('TSA_URL', await answering(reply));
  const configured = await import('@/lib/services/signing/timestamp');
  expect((await configured.timestampAuthority()?.(signature))?.length).toBeGreaterThan(500);
  vi.unstubAllEnvs();
});

function queryOf(bytes: Uint8Array): Buffer {
  writeFileSync(file('data'), bytes);
  openssl('ts', '-query', '-data', file('data'), '-sha256', '-cert', '-out', file('query'));
  return readFileSync(file('query'));
}
