import type { Page } from '@playwright/test';
import { expectNoViolation } from '../../support/axe';
import { newFiler } from '../../support/people/filer';
import { approveShown, openProposal } from '../../support/people/proposals';
import { becomeAdministrator, becomeRegistrar } from '../../support/people/staff';
import { typeAndSend } from '../../support/people/type-and-send';
import { unfold } from '../../support/people/unfold';
import { inOne, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

for (const locale of inOne('fr')) {
  const t = words(locale);

  /** The first that waits is approved by another person, by the keyboard alone. */
  async function approve(page: Page): Promise<void> {
    await openProposal(page, locale);
    await expect(page.getByRole('heading', { name: t('approvals.asSeen') })).toBeVisible();
    await expectNoViolation(page, 'a proposed setting');
    await approveShown(page, locale);
  }

  test(`a notice stands on every page once two people made it, by the keyboard alone (${locale})`, async ({
    browser,
    postgresCourt: court,
  }) => {
    const newPage = async () => (await browser.newContext({ baseURL: court.origin })).newPage();
    const [first, second, visitor] = [await newPage(), await newPage(), await newPage()];
    const notice = { en: 'The office moves.', fr: 'Le greffe déménage.' };
    await becomeRegistrar(first, court, locale);
    await first.goto(t.path('/admin/settings'));
    await expect(first.getByRole('heading', { name: t('adminSettings.kinds.fee') })).toHaveCount(0);
    await unfold(first, t('adminSettings.change.notice'));
    const half = { siteNoticeEn: notice.en, noticeFrom: '2026-11-23', noticeReason: 'a move' };
    await typeAndSend(first, half, t('adminSettings.propose'));
    await expect(first.getByTestId('error-summary')).toContainText(t('errors.noticeInBothLanguages'));
    await typeAndSend(first, { siteNoticeFr: notice.fr }, t('adminSettings.propose'));
    await expect(first.getByRole('main')).toContainText(t('approvals.yours'));
    await expect(first.getByRole('main')).toContainText(notice.fr);
    await visitor.goto(t.path('/privacy'));
    await expect(visitor.locator('body')).not.toContainText(notice[locale]);

    await becomeAdministrator(second, court, locale);
    await approve(second);
    for (const path of ['/privacy', '/', '/sign-in'] as const) {
      await expect(async () => {
        await visitor.goto(t.path(path));
        const bar = visitor.getByRole('complementary', { name: t('frame.notice') });
        await expect(bar).toContainText(notice[locale], { timeout: 1_000 });
      }).toPass();
      await expectNoViolation(visitor, `${path} with a notice`);
    }
    await first.goto(t.path('/admin/settings'));
    await expect(first.getByRole('row').filter({ hasText: notice[locale] })).toContainText(
      t('adminSettings.inForce'),
    );
    await Promise.all([first, second, visitor].map((page) => page.close()));
  });

  test(`new terms are asked of a filer once two administrators made them (${locale})`, async ({
    browser,
    postgresCourt: court,
  }) => {
    // Terms go by the system's day, and nothing can be set before the court's.
    test.skip(
      Date.now() < Date.parse('2026-11-23T15:00:00Z'),
      'THE CLOCK OF THIS MACHINE IS BEFORE 2026-11-23',
    );
    const newPage = async () => (await browser.newContext({ baseURL: court.origin })).newPage();
    const [first, second, filer] = [await newPage(), await newPage(), await newPage()];
    await newFiler(filer, locale);
    await becomeRegistrar(first, court, locale);
    await court.sql`update users set role = 'administrator' where role = 'registrar'`;
    await first.goto(t.path('/admin/settings'));
    await unfold(first, t('adminSettings.change.terms'));
    const crossed = {
      termsEn: '# Use\nOne.',
      termsFr: '# Usage',
      termsFrom: '2026-11-23',
      termsReason: 'a law',
    };
    await typeAndSend(first, crossed, t('adminSettings.propose'));
    await expect(first.getByTestId('error-summary')).toContainText(t('errors.termsNotParallel'));
    await typeAndSend(first, { termsFr: '# Usage\nUn.' }, t('adminSettings.propose'));
    await expect(first.getByRole('main')).toContainText(t('approvals.yours'));
    await becomeAdministrator(second, court, locale);
    await approve(second);

    await filer.goto(t.path('/account'));
    await expect(filer).toHaveURL(new RegExp(`${t.path('/register/terms')}$`));
    await expect(filer.getByRole('main')).toContainText(t('registerTerms.newVersion'));
    await expect(filer.getByRole('heading', { name: locale === 'fr' ? 'Usage' : 'Use' })).toBeVisible();
    await filer.locator('[name=agree]').focus();
    await filer.keyboard.press('Space');
    await filer.getByRole('button', { name: t('registerTerms.next'), exact: true }).focus();
    await filer.keyboard.press('Enter');
    await expect(filer.getByRole('heading', { level: 1 })).toHaveText(t('account.title'));
    await filer.goto(t.path('/terms-accepted'));
    await expect(filer.getByRole('main')).toContainText('2026-11-23');
    await Promise.all([first, second, filer].map((page) => page.close()));
  });
}
