import { expectNoViolation } from '../../support/axe';
import { draftOf, startClaim } from '../../support/people/claim';
import { newFiler } from '../../support/people/filer';
import { approveShown, openProposal } from '../../support/people/proposals';
import { becomeAdministrator, becomeRegistrar } from '../../support/people/staff';
import { typeAndSend } from '../../support/people/type-and-send';
import { inOne, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

const notice = { en: 'Use the side door.', fr: 'Passez par la porte de côté.' };
const county = { en: 'County of Lanark and beyond', fr: 'comté de Lanark et au-delà' };

for (const locale of inOne('en')) {
  const t = words(locale);

  test(`an office changes for everybody once two people made its version, by the keyboard alone (${locale})`, async ({
    browser,
    postgresCourt: court,
  }) => {
    const newPage = async () => (await browser.newContext({ baseURL: court.origin })).newPage();
    const [first, second, visitor] = [await newPage(), await newPage(), await newPage()];
    await becomeRegistrar(first, court, locale);
    await first.goto(t.path('/admin/courts/[court]', { court: 'perth' }));
    await expectNoViolation(first, 'a court office');
    const propose = t('adminSettings.propose');
    const half = { noticeEn: notice.en, courtFrom: '2026-11-23', courtReason: 'paint' };
    await typeAndSend(first, half, propose);
    await expect(first.getByTestId('error-summary')).toContainText(t('errors.noticeInBothLanguages'));
    const rest = { countyEn: county.en, countyFr: county.fr, noticeFr: notice.fr };
    await typeAndSend(first, rest, propose);
    const main = first.getByRole('main');
    await expect(main).toContainText(t('approvals.yours'));
    for (const text of [notice.en, notice.fr, county.en, county.fr]) await expect(main).toContainText(text);
    await visitor.goto(t.path('/contact-us'));
    await expect(visitor.getByRole('main')).not.toContainText(notice[locale]);

    await becomeAdministrator(second, court, locale);
    await openProposal(second, locale);
    await expect(second.getByRole('heading', { name: t('approvals.asSeen') })).toBeVisible();
    await expectNoViolation(second, 'a proposed version of an office');
    await approveShown(second, locale);

    await expect(async () => {
      await visitor.goto(t.path('/contact-us'));
      const row = visitor.getByRole('row').filter({ hasText: 'Lanark' });
      await expect(row).toContainText(notice[locale], { timeout: 1_000 });
      await expect(row).toContainText(county[locale], { timeout: 1_000 });
    }).toPass();
    await newFiler(visitor, locale);
    await startClaim(visitor, locale);
    await visitor.goto(t.path('/claims/[draft]/court', { draft: draftOf(visitor) }));
    await visitor.getByLabel(t('claim.court.court'), { exact: true }).selectOption('perth');
    await expect(visitor.getByRole('main')).toContainText(notice[locale]);

    await first.goto(t.path('/admin/courts/[court]', { court: 'perth' }));
    const present = main.getByRole('row').filter({ hasText: 'paint' });
    await expect(present).toContainText(`${t('adminCourt.noNotice')} → ${notice.en}`);
    await expect(present).toContainText(t('adminSettings.inForce'));
    await Promise.all([first, second, visitor].map((page) => page.close()));
  });
}
