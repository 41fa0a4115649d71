import type { Answer } from './send';

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

/** What is wrong with the headers of an answer. @param isPage whether it carries a page, with a policy of its own */
export function headerFaults({ headers, body }: Answer, isPage: boolean): string[] {
  const text = (name: string) => String(headers[name] ?? '');
  const faults = Object.entries(everywhere)
    .filter(([name, pattern]) => !pattern.test(text(name)))
    .map(([name]) => `${name}: ${text(name) || 'missing'}`);
  faults.push(...nowhere.filter((name) => name in headers).map((name) => `${name} is sent`));
  const policy = text('content-security-policy');
  if (/unsafe-|\*|http:/.test(policy)) faults.push(`policy: ${policy}`);
  if (!/frame-ancestors 'none'|^sandbox/.test(policy)) faults.push('may be framed');
  if (isPage) {
    const nonce = /'nonce-([^']{20,})'/.exec(policy)?.[1];
    // The page of an outage has no script at all.
    if (!nonce && body.includes('<script')) faults.push('no nonce');
    if (!/object-src 'none'/.test(policy) || !/base-uri 'none'/.test(policy))
      faults.push(`policy: ${policy}`);
    if (!/no-store/.test(text('cache-control'))) faults.push('may be kept by a cache');
    const strange = [...body.matchAll(/ nonce="([^"]*)"/g)].some(([, used]) => used !== nonce);
    if (strange) faults.push('another nonce in the page');
  }
  return faults;
}
