import type { Page } from '@playwright/test';
import { expectNoViolation } from '../../support/axe';
import { certifyAndSubmit, prepareClaim } from '../../support/people/claim';
import { newFilerWithMail } from '../../support/people/filer';
import { approveShown, openProposal } from '../../support/people/proposals';
import { becomeAdministrator, becomeRegistrar } from '../../support/people/staff';
import { unfold } from '../../support/people/unfold';
import { inOne, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

const spaced = /[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}/;

async function press(page: Page, role: 'button' | 'link', name: string): Promise<void> {
  await page.getByRole('main').getByRole(role, { name, exact: true }).first().focus();
  await page.keyboard.press('Enter');
}

for (const locale of inOne('fr')) {
  const t = words(locale);

  test(`a court file is sealed by two people, by the keyboard alone, and the public learns nothing of it (${locale})`, async ({
    browser,
    postgresCourt: court,
  }) => {
    const newPage = async () => (await browser.newContext({ baseURL: court.origin })).newPage();
    const [filer, first, second, visitor] = [
      ...[await newPage(), await newPage()],
      ...[await newPage(), await newPage()],
    ] as [Page, Page, Page, Page];
    await newFilerWithMail(filer, locale, court.dataDir);
    await prepareClaim(filer, locale);
    const reference = await certifyAndSubmit(filer, locale);
    await filer.goto(t.path('/transactions/[reference]', { reference }));
    const text = (await filer.getByRole('main').textContent()) ?? '';
    const [fileNumber, code] = [/CV-26-\d{8}-0000/.exec(text)?.[0] ?? '', spaced.exec(text)?.[0] ?? ''];

    await becomeRegistrar(first, court, locale);
    await first.goto(t.path('/admin/filings/[reference]', { reference }));
    await unfold(first, t('adminRestrictions.restrict'));
    await first.getByLabel(t('restriction.names.sealed'), { exact: true }).focus();
    await first.keyboard.press('Space');
    const order = { orderedOn: '2026-11-20', judge: 'Okafor', restrictionReason: 'an order' };
    for (const [name, value] of Object.entries(order)) {
      await first.locator(`[name=${name}]`).focus();
      await first.keyboard.type(value);
    }
    await press(first, 'button', t('adminRestrictions.restrictButton'));
    await expect(first.getByRole('main')).toContainText(t('approvals.proposed'));
    await visitor.goto(t.path('/verify/[code]', { code }));
    // The form below it shows how such a number is written.
    const result = visitor.locator('section[aria-labelledby=result]');
    await expect(result).toContainText(fileNumber);

    await becomeAdministrator(second, court, locale);
    await openProposal(second, locale);
    await expect(second.getByRole('main')).toContainText('Okafor');
    await approveShown(second, locale);

    await visitor.reload();
    await expect(result).toContainText(t('verify.answer.sealed'));
    await expect(result).not.toContainText(fileNumber);
    await filer.reload();
    await expect(filer.getByRole('main')).toContainText(t('restriction.sealed'));
    await court.sql`update users set role = 'clerk' where role = 'registrar'`;
    await first.goto(t.path('/admin/filings/[reference]', { reference }));
    const clerk = first.getByRole('main');
    await expect(clerk).toContainText(t('adminRestrictions.closed'));
    await expect(clerk).toContainText(fileNumber);
    await expect(clerk).not.toContainText(t('adminFiling.documents'));
    await second.goto(t.path('/admin/filings/[reference]', { reference }));
    await unfold(second, t('adminRestrictions.lift'));
    for (const page of [visitor, filer, first, second]) await expectNoViolation(page, 'restricted');
    await Promise.all([filer, first, second, visitor].map((page) => page.close()));
  });
}
