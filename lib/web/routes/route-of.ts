import { locales, paths } from '@/lib/web/routes/paths';

/** The addresses of the handlers under app/api, as their folders are called. */
export const handlers = [
  '/api/account-export',
  '/api/admin/audit/csv',
  '/api/admin/email-catalogue/[example]',
  '/api/admin/emails/[id]',
  '/api/admin/emails/[id]/html',
  '/api/admin/filings/csv',
  '/api/announcements',
  '/api/authority',
  '/api/closed-days',
  '/api/confirm-email/[token]',
  '/api/corrections',
  '/api/corrections/[id]',
  '/api/csp-reports',
  '/api/date-promise',
  '/api/deadlines/[reference]',
  '/api/documents',
  '/api/documents/[id]',
  '/api/documents/[id]/preview',
  '/api/drafts',
  '/api/first-administrator/[token]',
  '/api/health',
  '/api/health/live',
  '/api/health/ready',
  '/api/hooks/resend',
  '/api/outages/[id]',
  '/api/receipts/[reference]',
  '/api/recover/[token]',
  '/api/register',
  '/api/session',
  '/api/session/saved-form',
  '/api/statistics',
  '/api/substitutes',
  '/api/substitutes/[id]',
  '/api/undo-email/[token]',
  '/api/transactions/csv',
  '/api/transactions/zip',
  '/api/uploadthing',
  '/api/ut/[...path]',
  '/api/verify',
] as const;

/** Every path of the pages in both languages, with the pattern that they have in common. */
const pages = Object.entries(paths).flatMap(([page, path]) =>
  locales.map((locale) => {
    const own = typeof path === 'string' ? path : path[locale];
    return [`/${locale}${own}`.replace(/\/$/, ''), `/[locale]${page}`.replace(/\/$/, '')] as const;
  }),
);

const patterns: (readonly [path: string, pattern: string])[] = [
  ...pages,
  ...handlers.map((handler) => [handler, handler] as const),
  ['/', '/'],
  ['/v/[code]', '/v/[code]'],
  ['/_next/[...path]', '/_next'],
];

const escaped = (part: string) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `[...name]` stands for parts of a path, `[name]` for one. */
const partOf = (part: string) => {
  if (part.startsWith('[...')) return '.+';
  return part.startsWith('[') ? '[^/]+' : escaped(part);
};

const whole = new Map(patterns.filter(([path]) => !path.includes('[')));
const others = patterns
  .filter(([path]) => path.includes('['))
  .map(([path, pattern]) => [new RegExp(`^${path.split('/').map(partOf).join('/')}$`), pattern] as const);

/** The pattern of a path, one of a fixed list: `other` for what no page or handler answers. */
export function routeOf(path: string): string {
  return whole.get(path) ?? others.find(([shape]) => shape.test(path))?.[1] ?? 'other';
}
