import { waitForMail } from '../../support/court/mail';
import { firstPageText } from '../../support/pdf';
import { certifyAndSubmit, prepareClaim } from '../../support/people/claim';
import { newFilerWithMail } from '../../support/people/filer';
import { oneOf, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

/** Friday, 17:01 in Toronto, before the long weekend of Thanksgiving 2026 (Monday the 12th is a holiday, r. 1.03(1)). */
const friday = '2026-10-09T21:01:00.000Z';
/** That Monday, 8:31 in Toronto: the court would be open on any other. */
const holiday = '2026-10-12T12:31:00.000Z';
/** The Tuesday after, a second before the court opens, and when it opens. */
const beforeOpening = '2026-10-13T12:29:59.000Z';
const opening = '2026-10-13T12:30:00.000Z';

const tuesday = { en: 'Tuesday, October 13, 2026', fr: 'mardi 13 octobre 2026' };

for (const [locale, javaScriptEnabled] of oneOf('fr', [
  ['en', true],
  ['fr', false],
])) {
  const t = words(locale);

  test(`a claim submitted after hours is received at once and issued when the court opens (${locale})`, async ({
    browser,
    standingClock,
    startCourt,
  }) => {
    const { setting: clock } = standingClock;
    standingClock.moveTo(friday);
    const evening = await startCourt({ clock });
    const context = await browser.newContext({ baseURL: evening.origin, javaScriptEnabled });
    const page = await context.newPage();
    const main = page.getByRole('main');
    const submitInClosedOffice = async () => {
      await prepareClaim(page, locale);
      await expect(main).toContainText(tuesday[locale]);
      const reference = await certifyAndSubmit(page, locale);
      await expect(main).toContainText(t('confirmation.received.form-14a'));
      await expect(main).toContainText(tuesday[locale]);
      const receipt = await waitForMail(evening.dataDir, person.email, reference);
      expect(receipt.text).toContain(tuesday[locale]);
      expect(receipt.attachments).toHaveLength(0);
      return reference;
    };
    const person = await newFilerWithMail(page, locale, evening.dataDir);
    const reference = await submitInClosedOffice();
    const transaction = t.path('/transactions/[reference]', { reference });

    standingClock.moveTo(holiday);
    // Wakes the worker, which sends a receipt: it has had its turn.
    await submitInClosedOffice();
    await page.goto(transaction);
    await expect(main).toContainText(t('filingState.received'));
    await expect(main).not.toContainText(t('filingState.issued'));
    // The form is folded. Once it was sent it is not, with and without JavaScript: what it lacks is seen.
    await page
      .locator('summary')
      .filter({ hasText: t('withdraw.heading') })
      .click();
    await page.getByRole('button', { name: t('withdraw.button'), exact: true }).click();
    await expect(page.getByTestId('error-summary')).toBeVisible();
    await evening.stop();

    standingClock.moveTo(beforeOpening);
    const morning = await startCourt({ clock, dataDir: evening.dataDir });
    await page.goto(morning.origin + transaction);
    await expect(main).toContainText(t('filingState.received'));
    standingClock.moveTo(opening);
    const issued = await waitForMail(evening.dataDir, person.email, /CV-26-00000001-0000/);
    expect(firstPageText(issued.attachments[0]?.content ?? Buffer.alloc(0))).toContain('13-OCT-2026');
    await page.goto(morning.origin + transaction);
    await expect(main).toContainText(t('filingState.issued'));
    await expect(main).toContainText('CV-26-00000001-0000');
    await context.close();
  });
}
