import { expectNoViolation } from '../../support/axe';
import { setUpAuthenticator } from '../../support/people/authenticator';
import {
  answerQuestions,
  certifyAndSubmit,
  draftOf,
  nameParties,
  uploadClaim,
} from '../../support/people/claim';
import { newFilerWithMail } from '../../support/people/filer';
import { inOne, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

/** What is typed at the counter, field by field. */
const typed = {
  ...{ receivedTime: '08:45', lastName: 'Tremblay', firstName: 'Anne' },
  ...{ address: '12 Main Street', city: 'Barrie', postalCode: 'L4M 3P2', phone: '705 555 0100' },
};

for (const locale of inOne('fr')) {
  const t = words(locale);

  test(`a claim on paper is entered at the counter, begun by the keyboard alone (${locale})`, async ({
    page,
    court,
    sql,
  }) => {
    const { oneKeyId } = await newFilerWithMail(page, locale, court.dataDir);
    await sql`update users set role = 'clerk' where one_key_id = ${oneKeyId}`;
    await page.goto(t.path('/admin'));
    await setUpAuthenticator(page, locale);
    await page.goto(t.path('/admin/paper'));
    await expectNoViolation(page, 'paper');

    await page.getByLabel(t('adminPaper.kinds.individual'), { exact: true }).focus();
    await page.keyboard.press('Space');
    for (const [name, value] of Object.entries(typed)) {
      await page.locator(`[name=${name}]`).focus();
      await page.keyboard.press('Control+A');
      await page.keyboard.type(value);
    }
    await page.locator('[name=receivedOn]').focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('2026-11-20');
    await page.getByRole('button', { name: t('adminPaper.goOn'), exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toContainText(t('errors.enterLateReason'));
    await page.locator('[name=lateReason]').focus();
    await page.keyboard.type('a storm');
    await page.getByRole('button', { name: t('adminPaper.goOn'), exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('claim.start.title'));

    await page.goto(t.path('/claims/[draft]/type', { draft: draftOf(page) }));
    await expect(page.getByRole('main')).toContainText(t('claim.paper.label'));
    await answerQuestions(page, locale);
    await nameParties(page, locale);
    await uploadClaim(page, locale);
    await page.getByRole('button', { name: t('claim.saveAndContinue') }).click();
    await expect(page.getByRole('main')).toContainText(t('claim.paper.certifySame'));
    await expectNoViolation(page, 'paper, before it is submitted');
    const reference = await certifyAndSubmit(page, locale);
    await page.goto(t.path('/admin/filings/[reference]', { reference }));
    const main = page.getByRole('main');
    await expect(main).toContainText(t('adminPaper.onPaper'));
    await expect(main).toContainText('a storm');
    await expect(main.getByRole('link', { name: t('adminPaper.receipt') })).toBeVisible();
    await expect(main).toContainText(locale === 'en' ? 'November 20, 2026' : '20 novembre 2026');
  });
}
