import { linkTo, mailsTo, waitForMail } from '../../support/court/mail';
import { certifyAndSubmit, prepareClaim } from '../../support/people/claim';
import { confirmByLink } from '../../support/people/claimant';
import { newFilerWithMail } from '../../support/people/filer';
import { newPerson } from '../../support/people/person';
import { visitorOf } from '../../support/people/visitor';
import { inOne, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

for (const locale of inOne('fr')) {
  test(`copies of the court’s e-mail go to an address once it is confirmed, until it is removed (${locale})`, async ({
    page,
    court,
  }) => {
    const t = words(locale);
    const main = page.getByRole('main');
    const person = await newFilerWithMail(page, locale, court.dataDir);
    const { email } = newPerson();
    await page.goto(t.path('/contact-information'));
    await page.getByLabel(t('copies.email'), { exact: true }).fill(email);
    await page.getByRole('button', { name: t('copies.add') }).click();
    await expect(main).toContainText(t('errors.enterCurrentPassword'));
    await page.getByLabel(t('copies.currentPassword'), { exact: true }).fill(person.password);
    await page.getByRole('button', { name: t('copies.add') }).click();
    await expect(main).toContainText(t('copies.unconfirmed'));
    await confirmByLink(await visitorOf(page), await linkTo(court.dataDir, email, 'confirm-email'));
    await page.reload();
    await expect(main).toContainText(t('copies.confirmed'));

    await prepareClaim(page, locale);
    await expect(main).toContainText(email);
    await certifyAndSubmit(page, locale);
    await expect(main).toContainText(t('receipt.copies'));
    await expect(main).toContainText(email);
    const sealed = await waitForMail(court.dataDir, email, /CV-/);
    expect(sealed.attachments.length).toBeGreaterThan(0);
    await waitForMail(court.dataDir, person.email, /CV-/);

    await page.goto(t.path('/contact-information'));
    await page.getByRole('button', { name: t('copies.removeOf', { email }) }).click();
    await expect(main).not.toContainText(email);
    const before = (await mailsTo(court.dataDir, email)).length;
    await prepareClaim(page, locale);
    await certifyAndSubmit(page, locale);
    const [number = ''] = /CV-[\d-]+/.exec((await main.textContent()) ?? '') ?? [];
    await waitForMail(court.dataDir, person.email, number);
    expect(await mailsTo(court.dataDir, email)).toHaveLength(before);
  });
}
