import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { answeredByOther } from '@/lib/other-builds.mjs';
import { createCourtServer } from '@/lib/server.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'court-other-builds-'));
const files = {
  'old/static/chunks/old.js': 'old()',
  'old/static/media/face.woff2': 'face',
  'old/static/notes.txt': 'notes',
  'old/server/secret.js': 'secret',
  'new/static/chunks/new.js': 'new()',
};
for (const [name, text] of Object.entries(files)) {
  mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}
const server = createCourtServer((request, response) => {
  if (!answeredByOther(path.join(folder, 'new'), request, response)) response.writeHead(404).end('its own');
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

async function ask(name: string, method = 'GET') {
  const answer = await fetch(`http://127.0.0.1:${port}/_next/${name}`, { method });
  return [answer.status, answer.headers.get('content-type'), await answer.text()];
}

it('gives a page of another build the files that the served one lacks', async () => {
  const script = 'application/javascript; charset=UTF-8';
  expect(await ask('static/chunks/old.js')).toEqual([200, script, 'old()']);
  expect(await ask('static/chunks/old.js?dpl=1')).toEqual([200, script, 'old()']);
  expect(await ask('static/chunks/old.js', 'HEAD')).toEqual([200, script, '']);
  expect(await ask('static/media/face.woff2')).toEqual([200, 'font/woff2', 'face']);
});

it.each([
  'static/chunks/new.js',
  'static/chunks/none.js',
  'static/notes.txt',
  'static/..%2fserver/secret.js',
  'static/%2e%2e/server/secret.js',
  'static/chunks/../../server/secret.js',
  'server/secret.js',
  'static/chunks',
])('leaves %s to the served build', async (name) => {
  expect((await ask(name))[2]).toBe('its own');
});

it('leaves what is not asked for by GET to the served build', async () => {
  expect((await ask('static/chunks/old.js', 'POST'))[2]).toBe('its own');
});
