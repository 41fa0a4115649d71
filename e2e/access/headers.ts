import { createHash } from 'node:crypto';
import { preparedPaths } from '../../lib/web/prepared/pages';
import type { Answer } from './send';

const keptPaths = new Set(preparedPaths().map(([path]) => path));

/** What every answer bears, whatever it is; the values are patterns. */
const everywhere: Record<string, RegExp> = {
  'content-security-policy': /default-src 'none'/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'referrer-policy': /^(same-origin|no-referrer)$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\).*publickey-credentials-get=\(self\)/,
  'reporting-endpoints': /^csp="\/api\/csp-reports"$/,
  'cache-control': /./,
};
const nowhere = ['x-powered-by', 'server', 'x-xss-protection', 'access-control-allow-origin'];

/** Of a page that was made for one request: no cache may have it, and its scripts have its nonce. */
function ownPageFaults(body: string, policy: string, caching: string): string[] {
  const faults: string[] = [];
  const nonce = /'nonce-([^']{20,})'/.exec(policy)?.[1];
  // The page of an outage has no script at all.
  if (!nonce && body.includes('<script')) faults.push('no nonce');
  if (!/no-store/.test(caching)) faults.push('may be kept by a cache');
  const strange = [...body.matchAll(/ nonce="([^"]*)"/g)].some(([, used]) => used !== nonce);
  if (strange) faults.push('another nonce in the page');
  return faults;
}

const hashOf = (script: string) =>
  createHash('sha256').update(Buffer.from(script, 'latin1')).digest('base64');

/** Of a page that is kept for everybody: nothing in it is of one request, and its policy names each script in it. */
function keptPageFaults({ headers, body }: Answer, path: string, policy: string): string[] {
  const faults: string[] = [];
  if (!keptPaths.has(path)) faults.push('is kept for everybody');
  if (/nonce|strict-dynamic/.test(policy) || / nonce=|"nonce\\":\\"(?!\$undefined)|request-id/.test(body))
    faults.push('bears a nonce');
  if (headers['set-cookie']) faults.push('sets a cookie');
  for (const [, attributes = '', script = ''] of body.matchAll(/<script([^>]*)>(.*?)<\/script>/gs))
    if (!/ src="\//.test(attributes) && !policy.includes(`'sha256-${hashOf(script)}'`))
      faults.push('a script whose hash is not in the policy');
  if (body.includes('<script') !== /script-src 'self'/.test(policy)) faults.push(`scripts: ${policy}`);
  return faults;
}

/** E-mail as it is sent, which staff see in a frame of their own pages. */
const framed = /^\/api\/admin\/(?:emails\/[^/]+\/html|email-catalogue\/[^/?]+)/;

/** It has styles of its own, may be framed by us alone, and does nothing. */
function framedFaults(text: (name: string) => string): string[] {
  const policy = `sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'`;
  const asked = { ...everywhere, 'x-frame-options': /^SAMEORIGIN$/, 'cache-control': /no-store/ };
  const faults = Object.entries(asked).filter(([name, pattern]) => !pattern.test(text(name)));
  return [
    ...faults.map(([name]) => `${name}: ${text(name) || 'missing'}`),
    ...(text('content-security-policy') === policy ? [] : [`policy: ${text('content-security-policy')}`]),
  ];
}

/**
 * What is wrong with the headers of an answer.
 * @param path what was asked for
 * @param isPage whether it carries a page, with a policy of its own
 */
export function headerFaults(answer: Answer, path: string, isPage: boolean): string[] {
  const { headers, body } = answer;
  const text = (name: string) => String(headers[name] ?? '');
  if (answer.status === 200 && framed.test(path)) return framedFaults(text);
  const faults = Object.entries(everywhere)
    .filter(([name, pattern]) => !pattern.test(text(name)))
    .map(([name]) => `${name}: ${text(name) || 'missing'}`);
  faults.push(...nowhere.filter((name) => name in headers).map((name) => `${name} is sent`));
  const policy = text('content-security-policy');
  if (/unsafe-|\*|http:/.test(policy)) faults.push(`policy: ${policy}`);
  if (!/frame-ancestors 'none'|^sandbox/.test(policy)) faults.push('may be framed');
  if (!isPage) return faults;
  if (!/object-src 'none'/.test(policy) || !/base-uri 'none'/.test(policy)) faults.push(`policy: ${policy}`);
  const caching = text('cache-control');
  const isKept = caching.startsWith('public');
  return [
    ...faults,
    ...(isKept ? keptPageFaults(answer, path, policy) : ownPageFaults(body, policy, caching)),
  ];
}
