import { certifyAndSubmit, prepareClaim } from '../support/claim';
import { newFiler, signIn } from '../support/filer';
import { waitForMail } from '../support/mail';
import { firstPageText } from '../support/pdf';
import { expect, test } from '../support/test';
import { type Locale, words } from '../support/words';

/** Friday, 17:01 in Toronto, before the long weekend of Thanksgiving 2026 (Monday the 12th is a holiday, r. 1.03(1)). */
const friday = '2026-10-09T21:01:00.000Z';
/** That Monday, 8:31 in Toronto: the court would be open on any other. */
const holiday = '2026-10-12T12:31:00.000Z';
/** The Tuesday after, fifteen seconds before the court opens. */
const beforeOpening = '2026-10-13T12:29:45.000Z';
test.use({ clock: friday });

for (const locale of ['en', 'fr'] as Locale[]) {
  const t = words(locale);

  test(`a claim submitted after hours is received at once and issued when the court opens (${locale})`, async ({
    page,
    browser,
    startCourt,
  }) => {
    test.slow();
    const evening = await startCourt({ clock: friday });
    const context = await browser.newContext({ baseURL: evening.origin });
    const tab = await context.newPage();
    const person = await newFiler(tab, locale);
    await prepareClaim(tab, locale);
    const date = locale === 'en' ? 'Tuesday, October 13, 2026' : 'mardi 13 octobre 2026';
    await expect(tab.getByRole('main')).toContainText(date);
    const reference = await certifyAndSubmit(tab, locale);
    await expect(tab.getByRole('main')).toContainText(t('confirmation.received'));
    await expect(tab.getByRole('main')).toContainText(date);
    const receipt = await waitForMail(evening.dataDir, person.email, reference);
    expect(receipt.text).toContain(date);
    expect(receipt.attachments).toHaveLength(0);
    await evening.stop();

    const closed = await startCourt({ clock: holiday, dataDir: evening.dataDir });
    // The worker looks twice a second.
    await tab.waitForTimeout(3_000);
    await tab.goto(closed.origin + t.path('/transactions/[reference]', { reference }));
    await expect(tab.getByRole('main')).toContainText(t('filingState.received'));
    await expect(tab.getByRole('main')).not.toContainText(t('filingState.issued'));
    await closed.stop();

    const morning = await startCourt({ clock: beforeOpening, dataDir: evening.dataDir });
    await page.goto(morning.origin + t.path('/transactions/[reference]', { reference }));
    await signIn(page, locale, person);
    await expect(page.getByRole('main')).toContainText(t('filingState.received'));
    const issued = await waitForMail(evening.dataDir, person.email, /CV-26-\d{8}-0000/);
    const text = firstPageText(issued.attachments[0]?.content ?? Buffer.alloc(0));
    expect(text).toContain('13-OCT-2026');
    await page.reload();
    await expect(page.getByRole('main')).toContainText(t('filingState.issued'));
    await page.goto('about:blank');
    await context.close();
  });
}
