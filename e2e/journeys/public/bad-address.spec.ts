import { prepareClaim } from '../../support/people/claim';
import { newFiler } from '../../support/people/filer';
import { words } from '../../support/people/words';
import { expect, test } from '../../support/test';

/** Addresses and cookies as a mistyped link, an old bookmark or a curious visitor sends them. */

const t = words('fr');
const queries = [
  '%',
  'a=%E0%A4%A',
  'next=//elsewhere.example',
  'next=%00',
  'next=/fr&next=/en',
  'before=2026-99-99',
  'before=0000-00-00',
  'before=x&before=y',
  'change=__proto__',
  'from=constructor',
  'refused=%00&again=%ff',
  'amount=zzz&amount=b&place=%00',
  'token=%00',
  'code=a&code=b',
];
const cookies = [
  'session=%E0%A4%A',
  '=;;;=',
  'authjs.session-token=ey.bad.ey',
  'a="unterminated',
  'NEXT_LOCALE=zz',
];

const visitors = [
  '/',
  '/sign-in',
  '/sign-up',
  '/recover',
  '/recover/sent',
  '/confirm-email',
  '/undo-email',
  '/right-place',
  '/verify',
  '/court-register',
  '/statistics',
  '/service-status',
] as const;

test('a public page shows itself whatever stands behind its address', async ({ request }) => {
  for (const name of visitors)
    for (const query of queries) {
      const address = `${t.path(name)}?${query}`;
      const answer = await request.get(address);
      expect(answer.status(), address).toBe(200);
      expect(await answer.text(), address).toContain('</h1>');
    }
});

test('a public page shows itself whatever a cookie says', async ({ request }) => {
  for (const name of visitors)
    for (const cookie of cookies) {
      const answer = await request.get(t.path(name), { headers: { cookie } });
      expect(answer.status(), `${t.path(name)} with ${cookie}`).toBe(200);
    }
});

test('an address under the wrong language leads to the page', async ({ request }) => {
  for (const [asked, name] of [
    ['/fr/sign-up', '/sign-up'],
    ['/FR/inscription', '/sign-up'],
    ['/fr/court-register?before=x', '/court-register'],
  ] as const) {
    const answer = await request.get(asked);
    expect(answer.status(), asked).toBe(200);
    expect(new URL(answer.url()).pathname, asked).toBe(t.path(name));
  }
});

test("a person's own page shows itself whatever stands behind its address", async ({ page }) => {
  await newFiler(page, 'fr');
  const draft = await prepareClaim(page, 'fr');
  const own = [
    t.path('/account'),
    t.path('/drafts'),
    t.path('/transactions'),
    t.path('/recovery-info'),
    t.path('/contact-information'),
    t.path('/claims/[draft]/court', { draft }),
    t.path('/claims/[draft]/plaintiffs', { draft }),
    t.path('/claims/[draft]/review', { draft }),
  ];
  for (const path of own)
    for (const query of queries) {
      const answer = await page.request.get(`${path}?${query}`);
      expect(answer.status(), `${path}?${query}`).toBe(200);
    }
});
