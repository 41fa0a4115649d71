import { waitForMail } from '../../support/court/mail';
import { certifyAndSubmit, prepareClaim } from '../../support/people/claim';
import { claimFile, newFilerWithMail } from '../../support/people/filer';
import { becomeAdministrator } from '../../support/people/staff';
import { inOne, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

for (const locale of inOne('fr')) {
  const t = words(locale);

  test(`a claim on hold: a repaired copy is compared, approved and issued (${locale})`, async ({
    browser,
    postgresCourt: court,
  }) => {
    const page = await (await browser.newContext({ baseURL: court.origin })).newPage();
    const person = await newFilerWithMail(page, locale, court.dataDir);
    await prepareClaim(page, locale);
    // As if the file had changed its mind after it was looked at: nothing on its pages is free.
    await court.sql`update documents set place = '{"kind":"nowhere"}'`;
    const reference = await certifyAndSubmit(page, locale);
    const main = page.getByRole('main');
    await expect(main).toContainText(t('standing.held.heading'));
    await page.goto(t.path('/transactions/[reference]', { reference }));
    await expect(main).toContainText(t('holdReason.no-room'));
    const { buffer, ...file } = await claimFile();
    const repaired = { ...file, buffer: Buffer.concat([buffer, Buffer.from('\n')]) };
    await page.getByLabel(t('hold.file'), { exact: true }).setInputFiles(repaired);
    await page.getByLabel(t('hold.repairedCopy'), { exact: true }).check();
    await page.getByRole('button', { name: t('hold.send'), exact: true }).click();
    await expect(main).toContainText(t('hold.states.proposed'));
    await expect(main).toContainText(t('hold.same'));

    const staff = await (await browser.newContext({ baseURL: court.origin })).newPage();
    await becomeAdministrator(staff, court, locale);
    await expect(staff.getByRole('main')).toContainText(reference);
    await staff.goto(t.path('/admin/filings/[reference]', { reference }));
    await staff.getByLabel(t('adminHold.decisionReason'), { exact: true }).fill('OK');
    await staff.getByRole('button', { name: t('adminHold.approve'), exact: true }).click();
    await waitForMail(court.dataDir, person.email, /CV-26-\d{8}-0000/);
    await page.reload();
    await expect(main).toContainText(t('filingState.issued'));
    await expect(main).toContainText(t('downloads.substitute'));
    await Promise.all([page.close(), staff.close()]);
  });
}
