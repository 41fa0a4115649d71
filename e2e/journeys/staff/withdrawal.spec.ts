import { waitForMail } from '../../support/court/mail';
import { certifyAndSubmit, prepareClaim } from '../../support/people/claim';
import { newFilerWithMail } from '../../support/people/filer';
import { approveShown, openProposal } from '../../support/people/proposals';
import { becomeAdministrator, becomeRegistrar } from '../../support/people/staff';
import { unfold } from '../../support/people/unfold';
import { inOne, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

for (const locale of inOne('fr')) {
  const t = words(locale);

  test(`a claim is withdrawn upon an order, which the second person sees, by the keyboard alone (${locale})`, async ({
    browser,
    postgresCourt: court,
  }) => {
    const newPage = async () => (await browser.newContext({ baseURL: court.origin })).newPage();
    const [filer, first, second] = [await newPage(), await newPage(), await newPage()];
    const person = await newFilerWithMail(filer, locale, court.dataDir);
    await prepareClaim(filer, locale);
    // As if the file had changed its mind after it was looked at: nothing on its pages is free.
    await court.sql`update documents set place = '{"kind":"nowhere"}'`;
    const reference = await certifyAndSubmit(filer, locale);

    await becomeRegistrar(first, court, locale);
    await first.goto(t.path('/admin/filings/[reference]', { reference }));
    await unfold(first, t('adminHold.withdraw'));
    const send = first.getByRole('button', { name: t('adminHold.withdrawButton'), exact: true });
    await send.focus();
    await first.keyboard.press('Enter');
    await expect(first.getByTestId('error-summary')).toContainText(t('errors.enterBasis'));
    await first.getByLabel(t('adminHold.bases.order'), { exact: true }).focus();
    await first.keyboard.press('Space');
    const order = { basisOn: '2026-11-24', basisJudge: 'Okafor', withdrawalReason: 'une ordonnance' };
    for (const [name, value] of Object.entries(order)) {
      await first.locator(`[name=${name}]`).focus();
      await first.keyboard.type(value);
    }
    await send.focus();
    await first.keyboard.press('Enter');
    await expect(first.getByTestId('error-summary')).toContainText(t('errors.basisInFuture'));
    await first.locator('[name=basisOn]').fill('2026-11-20');
    await send.focus();
    await first.keyboard.press('Enter');
    await expect(first.getByRole('main')).toContainText(t('approvals.proposed'));

    await becomeAdministrator(second, court, locale);
    await openProposal(second, locale);
    await expect(second.getByRole('main')).toContainText('Okafor');
    await expect(second.getByRole('main')).toContainText(/20 novembre 2026|November 20, 2026/);
    await approveShown(second, locale);
    const mail = await waitForMail(court.dataDir, person.email, /withdrawn|retir/);
    expect(mail.text).toContain('une ordonnance');
    await Promise.all([filer.close(), first.close(), second.close()]);
  });
}
