import type { Page } from '@playwright/test';
import { expectNoViolation } from '../../support/axe';
import { waitForMail } from '../../support/court/mail';
import { certifyAndSubmit, prepareClaim } from '../../support/people/claim';
import { claimFile, newFilerWithMail } from '../../support/people/filer';
import { approveShown, openProposal } from '../../support/people/proposals';
import { becomeAdministrator, becomeRegistrar } from '../../support/people/staff';
import { unfold } from '../../support/people/unfold';
import { inOne, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

async function type(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    await page.locator(`[name=${name}]`).focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(value);
  }
}

async function press(page: Page, button: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).focus();
  await page.keyboard.press('Enter');
}

for (const locale of inOne('fr')) {
  const t = words(locale);

  test(`a reason is kept by two people, and a claim held for it asks for one document, by the keyboard (${locale})`, async ({
    browser,
    postgresCourt: court,
  }) => {
    const newPage = async () => (await browser.newContext({ baseURL: court.origin })).newPage();
    const [filer, first, second] = [await newPage(), await newPage(), await newPage()];
    const main = first.getByRole('main');
    await becomeRegistrar(first, court, locale);
    await first.goto(t.path('/admin/work/hold-reasons'));
    await unfold(first, t('holdReasons.keep'));
    await press(first, t('holdReasons.keepButton'));
    await expect(first.getByTestId('error-summary')).toContainText(t('errors.enterReasonCode'));
    const [wordsEn, wordsFr] = ['A page is missing.', 'Il manque une page.'];
    await type(first, { reasonCode: 'page-missing', wordsEn, wordsFr, keepingReason: 'une directive' });
    await first.locator('[name=remedy][value=replacement]').focus();
    await first.keyboard.press('Space');
    await press(first, t('holdReasons.keepButton'));
    await expect(main).toContainText(t('approvals.proposed'));
    await expectNoViolation(first, 'of reasons');

    await becomeAdministrator(second, court, locale);
    await openProposal(second, locale);
    for (const sentence of [wordsEn, wordsFr]) await expect(second.getByRole('main')).toContainText(sentence);
    await approveShown(second, locale);

    // While the office is closed a claim waits to be issued.
    await court.sql`insert into closures ("on", name_en, name_fr) values ('2026-11-23', 'Closed', 'Fermé')`;
    const person = await newFilerWithMail(filer, locale, court.dataDir);
    await prepareClaim(filer, locale);
    const reference = await certifyAndSubmit(filer, locale);
    await first.goto(t.path('/admin/filings/[reference]', { reference }));
    await unfold(first, t('adminHold.hold'));
    await first.locator('[name=chosenReason]').focus();
    await first.keyboard.press('ArrowDown');
    await expect(first.locator('[name=chosenReason]')).toHaveValue('page-missing');
    await type(first, { holdNote: 'La page 3 manque' });
    await press(first, t('adminHold.holdButton'));
    await expect(first.getByTestId('error-summary')).toContainText(t('errors.chooseDocuments'));
    await first.locator('[name^=document-]').first().focus();
    await first.keyboard.press('Space');
    await press(first, t('adminHold.holdButton'));
    await expect(main).toContainText(t('adminHold.staffWords.replacement'));
    await expect(main.getByRole('rowheader', { name: 'La page 3 manque' })).toBeVisible();
    await expectNoViolation(first, 'of a held filing');

    const told = locale === 'fr' ? wordsFr : wordsEn;
    const mail = await waitForMail(court.dataDir, person.email, /on hold|en suspens/);
    expect(mail.text).toContain(told);
    expect(mail.text).not.toContain('La page 3 manque');
    await filer.goto(t.path('/transactions/[reference]', { reference }));
    const transaction = filer.getByRole('main');
    await expect(transaction).toContainText(told);
    await expect(transaction).not.toContainText('La page 3 manque');
    await expect(filer.getByLabel(t('hold.repairedCopy'), { exact: true })).toHaveCount(0);
    await expectNoViolation(filer, 'of a claim on hold');
    await unfoldIfClosed(first, t('adminHold.holdAnew'));
    await type(first, { holdNote: 'Le fichier ne s’ouvre pas' });
    await press(first, t('adminHold.holdAnewButton'));
    await expect(first.getByTestId('error-summary')).toContainText(t('errors.sameHold'));
    await first.locator('[name=chosenReason]').focus();
    await first.keyboard.type(t('holdName.corrupt'));
    await expect(first.locator('[name=chosenReason]')).toHaveValue('corrupt');
    await press(first, t('adminHold.holdAnewButton'));
    await expect(main.getByText(t('adminAudit.actions.change hold'))).toBeVisible();
    await expect(main.getByText(t('adminAudit.actions.hold filing'))).toBeVisible();
    const anew = await waitForMail(court.dataDir, person.email, /something else|autre chose/);
    expect(anew.text).toContain(t('holdReason.corrupt'));
    await filer.reload();
    await expect(transaction).toContainText(t('holdReason.corrupt'));
    const { buffer, ...file } = await claimFile();
    const other = { ...file, buffer: Buffer.concat([buffer, Buffer.from('\n')]) };
    await filer.getByLabel(t('hold.file'), { exact: true }).setInputFiles(other);
    await filer.locator('[name=kind][value=replacement]').focus();
    await filer.keyboard.press('Space');
    await filer.getByRole('button', { name: t('hold.send'), exact: true }).focus();
    await filer.keyboard.press('Enter');
    await expect(transaction).toContainText(t('filingState.received'));
    await Promise.all([filer.close(), first.close(), second.close()]);
  });
}

/** The form that was sent stays open, also in its next words; on a page that was opened anew it is folded. */
async function unfoldIfClosed(page: Page, text: string): Promise<void> {
  const isOpen = await page
    .locator('details')
    .filter({ hasText: text })
    .evaluate((element) => (element as HTMLDetailsElement).open);
  if (!isOpen) await unfold(page, text);
}
