import type { Page } from '@playwright/test';
import { expectNoViolation } from '../../support/axe';
import {
  answerQuestions,
  certifyAndSubmit,
  draftOf,
  nameParties,
  prepareClaim,
  startClaim,
} from '../../support/people/claim';
import { newFiler } from '../../support/people/filer';
import { becomeAdministrator } from '../../support/people/staff';
import { inOne, words } from '../../support/people/words';
import { expectFocusShown, expectNoMotion, expectReflow, narrow } from '../../support/reflow';
import { expect, test } from '../../support/test';

/** Pages in the person's own colours, enlarged four times, and without motion. */

test.setTimeout(900_000);
test.describe.configure({ mode: 'parallel' });
test.use({ viewport: narrow, contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } });

async function examine(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectReflow(page);
    await expectFocusShown(page);
    await expectNoMotion(page);
    await expectNoViolation(page, 'narrow, in forced colours');
  }
}

for (const locale of inOne('fr')) {
  const t = words(locale);

  test(`pages for visitors (${locale})`, async ({ page }) => {
    const paths = ['/', '/sign-in', '/sign-up', '/right-place', '/help', '/recover', '/verify'] as const;
    const more = ['/court-register', '/contact-us', '/accessibility', '/privacy'] as const;
    await examine(
      page,
      [...paths, ...more].map((path) => t.path(path)),
    );
  });

  test(`pages for filers (${locale})`, async ({ page }) => {
    await newFiler(page, locale);
    await prepareClaim(page, locale);
    const reference = await certifyAndSubmit(page, locale);
    await startClaim(page, locale);
    const draft = draftOf(page);
    await answerQuestions(page, locale);
    await nameParties(page, locale);
    const steps = ['start', 'court', 'procedure', 'plaintiffs', 'documents', 'review'] as const;
    const mine = ['/account', '/drafts', '/transactions', '/contact-information', '/two-step'] as const;
    await examine(page, [
      ...mine.map((path) => t.path(path)),
      ...steps.map((step) => t.path(`/claims/[draft]/${step}`, { draft })),
      t.path('/transactions/[reference]', { reference }),
      t.path('/transactions/[reference]/confirmation', { reference }),
    ]);
    await page.goto(t.path('/claims/[draft]/plaintiffs', { draft }));
    await page.getByRole('main').locator('a[href*="/demandeurs/"], a[href*="/plaintiffs/"]').first().click();
    await page.waitForURL((url) => !url.pathname.endsWith(t.path('/claims/[draft]/plaintiffs', { draft })));
    await examine(page, [page.url()]);
  });

  test(`pages for staff (${locale})`, async ({ page, browser, court }) => {
    const filer = await (await browser.newContext({ baseURL: court.origin })).newPage();
    await newFiler(filer, locale);
    await prepareClaim(filer, locale);
    const reference = await certifyAndSubmit(filer, locale);
    await becomeAdministrator(page, court, locale);
    const desk = [
      ...(['/admin', '/admin/filings', '/admin/paper', '/admin/emails'] as const),
      ...(['/admin/calendar', '/admin/users'] as const),
    ];
    await examine(page, [
      ...desk.map((path) => t.path(path)),
      t.path('/admin/audit'),
      t.path('/admin/work'),
      t.path('/admin/work/hold-reasons'),
      t.path('/admin/outages'),
      t.path('/admin/settings'),
      t.path('/admin/filings/[reference]', { reference }),
      t.path('/admin/courts/[court]', { court: 'toronto' }),
      t.path('/admin/settings/natures'),
      t.path('/admin/settings/natures/[nature]', { nature: 'contract' }),
      t.path('/admin/calendar/names'),
    ]);
  });
}
