import { readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { inBuild } from './build';
import type { AccessCourt } from './court';
import { ask, type Matrix } from './matrix';
import { roles } from './rights/audience';

/** What the build answers beside its routes: files, redirects, what is not there, methods that are not served. */

/** One file of each kind in the build's folder of files. */
function builtFiles(): string[] {
  const files = readdirSync(inBuild('static'), { recursive: true, encoding: 'utf8' });
  const kinds = ['.js', '.css', '.woff2'].map((kind) => files.find((file) => file.endsWith(kind)));
  return kinds.filter((file) => file !== undefined).map((file) => `/_next/static/${file}`);
}

export async function checkEdges(matrix: Matrix): Promise<string> {
  const files = builtFiles();
  const answers: Record<string, number> = {
    ...Object.fromEntries(
      [...files, '/home.png', '/icon.svg', '/date-promise.js'].map((path) => [path, 200]),
    ),
    '/': 307,
    '/sign-in': 307,
    '/v/ABCD-EFGH': 307,
    '/en/': 308,
    '/nothing.png': 307,
    '/api/nothing': 404,
    '/_next/static/nothing.js': 404,
    '/_next/data/x/en.json': 404,
    '/_next/image?url=%2Fhome.png&w=640&q=75': 404,
    '/en/.next/BUILD_ID': 404,
    '/en/.builds/current': 404,
    '/en/.git/config': 404,
    '/en/.env': 404,
    '/en/package.json': 404,
  };
  for (const [path, status] of Object.entries(answers)) {
    const answer = await ask(matrix, 'anonymous', path, {});
    if (answer.status !== status) matrix.faults.add(`${path}: must be ${status}, was ${answer.status}`);
  }
  for (const path of ['/', '/en', '/en/account', '/api/health', '/api/documents', '/home.png']) {
    const headers = { 'x-secret': 'comes-back-where-TRACE-is-served' };
    const answer = await ask(matrix, 'owner', path, { method: 'TRACE', headers });
    if (answer.status < 400) matrix.faults.add(`TRACE ${path}: was ${answer.status}`);
    if (answer.body.includes(headers['x-secret'])) matrix.faults.add(`TRACE ${path}: repeats the request`);
  }
  return `${Object.keys(answers).length} files, redirects and missing addresses; TRACE refused`;
}

/** Without its database the service says that it fails, and nothing else: to everyone, on pages and elsewhere. */
export async function checkFailure(matrix: Matrix, court: AccessCourt): Promise<string> {
  await court.database.halt();
  await wait(500);
  const files = [`/api/documents/${matrix.example.version}`, '/api/register', '/api/recover/token'];
  const paths = ['/en/account', '/fr/mon-compte', '/en/admin', ...files];
  for (const path of paths) {
    for (const role of roles.filter((one) => one !== 'anonymous')) {
      const answer = await ask(matrix, role, path, {});
      const what = `${path} as ${role} without the database`;
      if (answer.status !== 503) matrix.faults.add(`${what}: was ${answer.status}`);
      if (/postgres|ECONNREFUSED|select |at \w+ \(/i.test(answer.body))
        matrix.faults.add(`${what}: tells why`);
    }
  }
  await court.database.resume();
  return `${paths.length} failed pages and files x ${roles.length - 1} people`;
}

/** Reached by https, every answer promises it, and cookies are for https alone. */
export async function checkHttps(matrix: Matrix, court: AccessCourt): Promise<string> {
  const { origin } = await court.start({ PUBLIC_ORIGIN: 'https://claims.example.org' });
  const secure = { ...matrix, origin };
  const paths = ['/en', '/en/nothing', '/api/health', '/icon.svg', '/', '/_next/image', '/api/nothing'];
  for (const path of paths) {
    const { headers } = await ask(secure, 'anonymous', path, {});
    const promised = String(headers['strict-transport-security']);
    if (promised !== 'max-age=63072000') matrix.faults.add(`${path}: no HSTS by https`);
    for (const cookie of headers['set-cookie'] ?? []) {
      const isBare = !/^__(Host|Secure)-/.test(cookie) || !/; Secure/i.test(cookie);
      if (isBare) matrix.faults.add(`${path}: the cookie ${cookie.split('=')[0]} is not for https alone`);
    }
  }
  const { headers } = await ask(matrix, 'anonymous', '/en', {});
  if ('strict-transport-security' in headers) matrix.faults.add('HSTS is promised without https');
  return `HSTS on ${paths.length} kinds of answers by https, on none without`;
}
