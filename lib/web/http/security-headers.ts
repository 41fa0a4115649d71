import { env } from '@/lib/env';

const development = env.NODE_ENV !== 'production';
const secure = env.isHttps;
/** Where the browser sends uploads if the real UploadThing is configured. */
const uploads = env.UPLOADTHING_TOKEN ? ' https://*.ingest.uploadthing.com' : '';

/** Allows only styles, fonts and requests of our own origin, and the scripts of these sources. */
const policyFor = (scripts: readonly string[], frames = false) =>
  [
    `default-src 'none'`,
    `script-src ${[...scripts, ...(development ? [`'unsafe-eval'`] : [])].join(' ') || `'none'`}`,
    `style-src 'self'${development ? ` 'unsafe-inline'` : ''}`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'${uploads}`,
    `form-action 'self'`,
    // E-mail as it is sent: the only answers that may be framed, by us alone.
    ...(frames ? [`frame-src 'self'`] : []),
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    `object-src 'none'`,
    ...(secure ? ['upgrade-insecure-requests'] : []),
    'report-to csp',
  ].join('; ');

/**
 * The policy of a page that is made for one request: it runs the scripts with this response's nonce. What such a script
 * loads runs as well (`strict-dynamic`); a file of ours that a page was made to name does not.
 */
export const contentSecurityPolicy = (nonce: string): string =>
  policyFor([`'nonce-${nonce}'`, `'strict-dynamic'`], true);

/**
 * The policy of a page that is kept for everybody, and so has no nonce.
 * @param scripts the hashes of the scripts in it, and `'self'` where it has files of ours; empty: it runs none
 */
export const preparedPolicy = (scripts: readonly string[]): string => policyFor(scripts);

/** A response that is not a page may do nothing in a browser. */
const nothing = `default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'`;

/** No page may use cameras and the like; our own pages may use passkeys. */
const permissions = [
  ...['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb'].map((name) => `${name}=()`),
  ...['publickey-credentials-create', 'publickey-credentials-get'].map((name) => `${name}=(self)`),
].join(', ');

/** HSTS of two years, RFC 6797. Only whoever runs the other hosts of a domain can promise https for them. */
export function strictTransport(reach: 'own-host' | 'subdomains' | 'preload'): string {
  const more = { 'own-host': '', subdomains: '; includeSubDomains', preload: '; includeSubDomains; preload' };
  return `max-age=63072000${more[reach]}`;
}

/** The headers of every response that does not set them itself. Pages set their own policy. */
export const securityHeaders: readonly [name: string, value: string][] = [
  ['content-security-policy', nothing],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'same-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', permissions],
  ['reporting-endpoints', 'csp="/api/csp-reports"'],
  ['cache-control', 'private, no-store'],
  ...(secure ? [['strict-transport-security', strictTransport(env.HSTS)] satisfies [string, string]] : []),
];
