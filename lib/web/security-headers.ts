import { env } from '@/lib/env';

const development = env.NODE_ENV !== 'production';
const secure = env.isHttps;
/** Where the browser sends uploads when the real UploadThing is configured. */
const uploads = env.UPLOADTHING_TOKEN ? ' https://*.ingest.uploadthing.com' : '';

/** Only our own scripts, styles, fonts and addresses; scripts by this response's nonce. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self' 'nonce-${nonce}'${development ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self'${development ? ` 'unsafe-inline'` : ''}`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'${uploads}`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    `object-src 'none'`,
    ...(secure ? ['upgrade-insecure-requests'] : []),
    'report-to csp',
  ].join('; ');
}

/** What a response that is no page may do in a browser: nothing. */
const nothing = `default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'`;

/** Cameras and the like are for nobody; passkeys are for our own pages. */
const permissions = [
  ...['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb'].map((name) => `${name}=()`),
  ...['publickey-credentials-create', 'publickey-credentials-get'].map((name) => `${name}=(self)`),
].join(', ');

/** What every response bears that does not say otherwise itself, as pages do with a policy of their own. */
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
  ...(secure
    ? [
        ['strict-transport-security', 'max-age=63072000; includeSubDomains; preload'] satisfies [
          string,
          string,
        ],
      ]
    : []),
];
