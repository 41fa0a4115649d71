// Files of builds beside the one that is served. Plain JavaScript: it runs as it stands, without a build.
import { createReadStream, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** The kinds of files that pages load; no other is given. */
const kinds = {
  '.js': 'application/javascript; charset=UTF-8',
  '.css': 'text/css; charset=UTF-8',
  '.woff2': 'font/woff2',
};

/**
 * Answers a request for a page's file that the served build lacks and another has: a page that was open before an upgrade, or came
 * from the other of two servers in the middle of one, goes on to work. Such names are hashes of what is in the file.
 * @param {string} build the path of the served build
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @returns {boolean} whether it was answered
 */
export function answeredByOther(build, { method, url = '' }, response) {
  const [, name = ''] = /^\/_next\/(static\/[\w./~-]+)(\?|$)/.exec(url) ?? [];
  const kind = kinds[path.extname(name)];
  if (!kind || name.includes('..') || !['GET', 'HEAD'].includes(method ?? '')) return false;
  if (existsSync(path.join(build, name))) return false;
  const builds = path.dirname(build);
  const file = readdirSync(builds)
    .map((other) => path.join(builds, other, name))
    .find((one) => existsSync(one));
  if (!file) return false;
  response.writeHead(200, { 'content-type': kind, 'cache-control': 'public, max-age=31536000, immutable' });
  if (method === 'HEAD') response.end();
  else
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
  return true;
}
