/** Who may have what. Whatever the build has and this does not name fails the test until somebody says whose it is. */

export const roles = [
  'anonymous',
  'locked',
  'owner',
  'other',
  'clerk',
  'registrar',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/**
 * `public`: anyone · `signed-in`: each person their own · `draft`: whose it is · `filing`: whose it is, and staff ·
 * `second-step`: whose password was right, and nobody else · `staff`, `registrar`, `administrator`: from that role on · `link`: whoever has a one-time link · `nobody`: there is nothing
 */
export type Audience =
  | 'public'
  | 'signed-in'
  | 'draft'
  | 'filing'
  | 'second-step'
  | 'staff'
  | 'registrar'
  | 'administrator'
  | 'link'
  | 'nobody';

const allowed: Record<Audience, readonly Role[]> = {
  public: roles,
  'signed-in': ['owner', 'other', 'clerk', 'registrar', 'administrator'],
  draft: ['owner'],
  filing: ['owner', 'clerk', 'registrar', 'administrator'],
  'second-step': [],
  staff: ['clerk', 'registrar', 'administrator'],
  registrar: ['registrar', 'administrator'],
  administrator: ['administrator'],
  link: [],
  nobody: [],
};

export const mayHave = (audience: Audience, role: Role): boolean => allowed[audience].includes(role);

/** What a page does for a person: it opens, sends them to sign in, or does not exist. */
export function expected(audience: Audience, role: Role): 'open' | 'sign-in' | 'missing' {
  if (mayHave(audience, role)) return 'open';
  if (audience === 'second-step') return 'sign-in';
  const isStranger = role === 'anonymous' || role === 'locked';
  const asksForSignIn = audience === 'signed-in' || audience === 'draft' || audience === 'filing';
  return isStranger && asksForSignIn ? 'sign-in' : 'missing';
}

export const pages: Record<string, Audience> = {
  '/': 'public',
  '/sign-in': 'public',
  '/second-step': 'second-step',
  '/confirm': 'signed-in',
  '/two-step': 'signed-in',
  '/two-step/authenticator': 'signed-in',
  '/two-step/passkey': 'signed-in',
  '/two-step/recovery-codes': 'signed-in',
  '/sign-up': 'public',
  '/sign-up/confirmation': 'signed-in',
  '/sign-up/terms': 'public',
  '/confirm-email': 'public',
  '/undo-email': 'public',
  '/confirm-email/confirmed': 'public',
  '/sign-up/notice-of-collection': 'public',
  '/right-place': 'public',
  '/learn-more': 'public',
  '/help': 'public',
  '/serviceontario': 'public',
  '/about-ontario': 'public',
  '/recover': 'public',
  '/recover/id': 'public',
  '/recover/password': 'public',
  '/recover/both': 'public',
  '/recover/sent': 'public',
  '/recover/answers': 'public',
  '/recover/in-person': 'public',
  '/recover/new-password': 'public',
  '/recovery-info': 'signed-in',
  '/sessions': 'signed-in',
  '/your-information': 'signed-in',
  '/close-account': 'signed-in',
  '/account-closed': 'public',
  '/services': 'signed-in',
  '/register/terms': 'signed-in',
  '/register/contact': 'signed-in',
  '/account': 'signed-in',
  '/drafts': 'signed-in',
  '/transactions': 'signed-in',
  '/transactions/[reference]': 'filing',
  '/transactions/[reference]/confirmation': 'filing',
  '/later-documents/[draft]': 'draft',
  '/mended-copies/[document]': 'draft',
  '/saved-parties': 'signed-in',
  '/saved-parties/[saved]': 'draft',
  '/contact-information': 'signed-in',
  '/terms-accepted': 'signed-in',
  '/claims/[draft]': 'draft',
  '/claims/[draft]/start': 'draft',
  '/claims/[draft]/check': 'draft',
  '/claims/[draft]/type': 'draft',
  '/claims/[draft]/court': 'draft',
  '/claims/[draft]/nature': 'draft',
  '/claims/[draft]/procedure': 'draft',
  '/claims/[draft]/language': 'draft',
  '/claims/[draft]/plaintiffs': 'draft',
  '/claims/[draft]/plaintiffs/[party]': 'draft',
  '/claims/[draft]/defendants': 'draft',
  '/claims/[draft]/defendants/[party]': 'draft',
  '/claims/[draft]/documents': 'draft',
  '/claims/[draft]/review': 'draft',
  '/verify': 'public',
  '/verify/[code]': 'public',
  '/court-register': 'public',
  '/statistics': 'public',
  '/service-status': 'public',
  '/contact-us': 'public',
  '/accessibility': 'public',
  '/terms-of-use': 'public',
  '/privacy': 'public',
  '/admin': 'staff',
  '/admin/first': 'link',
  '/admin/filings': 'staff',
  '/admin/filings/[reference]': 'staff',
  '/admin/paper': 'staff',
  '/admin/emails': 'staff',
  '/admin/emails/[id]': 'staff',
  '/admin/emails/catalogue': 'staff',
  '/admin/emails/catalogue/[example]': 'staff',
  '/admin/work/hold-reasons': 'registrar',
  '/admin/work': 'staff',
  '/admin/approvals': 'registrar',
  '/admin/approvals/[proposal]': 'registrar',
  '/admin/recoveries/[recovery]': 'registrar',
  '/admin/calendar': 'registrar',
  '/admin/calendar/preview': 'registrar',
  '/admin/calendar/[closure]': 'registrar',
  '/admin/calendar/names': 'registrar',
  '/admin/calendar/names/[name]': 'registrar',
  '/admin/outages': 'registrar',
  '/admin/outages/[outage]': 'registrar',
  '/admin/settings': 'registrar',
  '/admin/settings/natures': 'registrar',
  '/admin/settings/natures/[nature]': 'registrar',
  '/admin/courts': 'registrar',
  '/admin/courts/[court]': 'registrar',
  '/admin/users': 'administrator',
  '/admin/users/[user]': 'administrator',
  '/admin/audit': 'administrator',
  '/[...rest]': 'nobody',
  '/_not-found': 'nobody',
  '/_global-error': 'nobody',
};

/**
 * Handlers by what GET gives; `asks` where GET has another answer than 200 for those who may have it; `posts` names whom a
 * POST from our own pages tells of others. What other methods do is looked for in the database: they change nothing for strangers, for another site's page, or of another's.
 */
export const handlers: Record<string, { audience: Audience; asks?: number; posts?: Audience }> = {
  '/api/account-export': { audience: 'public', asks: 405 },
  '/api/admin/audit/csv': { audience: 'public', asks: 405, posts: 'administrator' },
  '/api/admin/email-catalogue/[example]': { audience: 'staff' },
  '/api/admin/emails/[id]': { audience: 'staff' },
  '/api/admin/emails/[id]/html': { audience: 'staff' },
  '/api/admin/filings/csv': { audience: 'public', asks: 405, posts: 'staff' },
  '/api/announcements': { audience: 'public' },
  '/api/authority': { audience: 'public' },
  '/api/closed-days': { audience: 'public' },
  '/api/confirm-email/[token]': { audience: 'public', asks: 303 },
  '/api/undo-email/[token]': { audience: 'public', asks: 303 },
  '/api/corrections': { audience: 'public', asks: 405 },
  '/api/corrections/[id]': { audience: 'registrar' },
  '/api/csp-reports': { audience: 'public', asks: 405 },
  '/api/date-promise': { audience: 'public' },
  '/api/deadlines/[reference]': { audience: 'filing' },
  '/api/documents': { audience: 'public', asks: 405 },
  '/api/documents/[id]': { audience: 'filing' },
  '/api/documents/[id]/preview': { audience: 'filing' },
  '/api/drafts': { audience: 'public', asks: 405 },
  '/api/first-administrator/[token]': { audience: 'public', asks: 303 },
  '/api/health': { audience: 'public' },
  '/api/health/live': { audience: 'public' },
  '/api/health/ready': { audience: 'public' },
  '/api/hooks/resend': { audience: 'public', asks: 405 },
  '/api/outages/[id]': { audience: 'public', asks: 404 },
  '/api/receipts/[reference]': { audience: 'filing' },
  '/api/recover/[token]': { audience: 'public', asks: 303 },
  '/api/register': { audience: 'public' },
  '/api/statistics': { audience: 'public' },
  '/api/substitutes': { audience: 'public', asks: 405 },
  '/api/substitutes/[id]': { audience: 'filing' },
  '/api/session': { audience: 'public' },
  '/api/session/saved-form': { audience: 'public', asks: 405 },
  '/api/transactions/csv': { audience: 'public', asks: 405 },
  '/api/transactions/zip': { audience: 'public', asks: 405 },
  '/api/uploadthing': { audience: 'public' },
  '/api/ut/[...path]': { audience: 'public', asks: 405 },
  '/api/verify': { audience: 'public', asks: 405 },
  '/icon.svg': { audience: 'public' },
};
