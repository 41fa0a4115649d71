import type { Page } from '@playwright/test';
import { claimPdf } from '../../fixtures/pdfs';
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

  test(`a corrected version is filed beside the claim by two people, by the keyboard alone (${locale})`, async ({
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
    const code = spaced.exec((await filer.getByRole('main').textContent()) ?? '')?.[0] ?? '';

    await becomeRegistrar(first, court, locale);
    await first.goto(t.path('/admin/filings/[reference]', { reference }));
    await unfold(first, t('adminCorrections.upload'));
    const buffer = Buffer.from(await claimPdf({ title: 'Statement of Claim, corrected', pages: 1 }));
    const file = { name: 'corrected.pdf', mimeType: 'application/pdf', buffer };
    await first.getByLabel(t('adminCorrections.file'), { exact: true }).setInputFiles(file);
    await press(first, 'button', t('adminCorrections.uploadButton'));
    await expect(first.getByRole('link', { name: 'corrected.pdf' })).toBeVisible();
    await first.getByLabel(t('correction.grounds.order'), { exact: true }).focus();
    await first.keyboard.press('Space');
    await first.locator('[name=correctionReason]').focus();
    await first.keyboard.type('an order');
    await press(first, 'button', t('adminCorrections.proposeButton'));
    await expect(first.getByTestId('error-summary')).toContainText(t('errors.enterJudge'));
    const order = { correctionOrderedOn: '2026-11-23', correctionJudge: 'Okafor' };
    for (const [name, value] of Object.entries(order)) {
      await first.locator(`[name=${name}]`).focus();
      await first.keyboard.type(value);
    }
    await press(first, 'button', t('adminCorrections.proposeButton'));
    await expect(first.getByRole('main')).toContainText(t('adminCorrections.waits'));

    await becomeAdministrator(second, court, locale);
    await openProposal(second, locale);
    await expect(second.getByRole('main')).toContainText('Okafor');
    await approveShown(second, locale);

    const names = locale === 'en' ? 'Corrected document (r. 59.06)' : 'Document corrigé (règle 59.06)';
    await expect(async () => {
      await filer.reload();
      const fileLinks = filer.getByRole('link', { name: `${names} (${t('downloads.corrected')})` });
      await expect(fileLinks.first()).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 60_000 });
    await visitor.goto(t.path('/verify/[code]', { code }));
    await expect(visitor.locator('section[aria-labelledby=result]')).toContainText('59.06');
    await first.reload();
    await expect(first.locator('section[aria-labelledby=docket]')).toContainText(names);
    for (const page of [visitor, filer, first, second]) await expectNoViolation(page, 'corrected');
    await Promise.all([filer, first, second, visitor].map((page) => page.close()));
  });
}
