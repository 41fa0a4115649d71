import type { Page } from '@playwright/test';
import { pdfFile } from '../../fixtures/papers';
import { claimPdf } from '../../fixtures/pdfs';
import { waitForMail } from '../../support/court/mail';
import { checkPdf, firstPageText } from '../../support/pdf';
import { certifyAndSubmit, draftOf, prepareClaim, uploadClaim } from '../../support/people/claim';
import { newFiler, newFilerWithMail } from '../../support/people/filer';
import { type Locale, oneOf, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

const numberPattern = /CV-26-\d{8}-0000/;

/** Certifies a later document and submits it; ends on its confirmation page. @returns its reference */
async function submitLater(page: Page, locale: Locale): Promise<string> {
  const t = words(locale);
  await page.getByLabel(t('later.certify'), { exact: true }).check();
  await page.getByRole('button', { name: t('later.submit') }).click();
  await expect(page).toHaveURL(/R-[0-9A-Z]{4}-[0-9A-Z]{4}\/confirmation$/);
  const main = page.getByRole('main');
  while (!(await main.textContent())?.includes(t('filingState.filed'))) {
    await page.waitForTimeout(500);
    await page.reload();
  }
  return /R-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(page.url())?.[0] ?? '';
}

for (const [locale, javaScriptEnabled] of [
  ['en', true],
  ['fr', false],
] as const) {
  const t = words(locale);

  test.describe(`after a notice of action (${locale}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript)`, () => {
    test.use({ javaScriptEnabled });

    test('its statement of claim and proof of service are filed into the same court file', async ({
      page,
      court,
    }) => {
      const person = await newFilerWithMail(page, locale, court.dataDir);
      await prepareClaim(page, locale, { documentType: 'form-14c' });
      const notice = await certifyAndSubmit(page, locale);
      const main = page.getByRole('main');
      const number = numberPattern.exec((await main.textContent()) ?? '')?.[0] ?? '';

      await page.goto(t.path('/transactions/[reference]', { reference: notice }));
      // Thirty days after November 23, 2026.
      await expect(main).toContainText(locale === 'en' ? '30 days are left' : 'Il reste 30 jours');
      await expect(main).toContainText(
        locale === 'en' ? 'Wednesday, December 23, 2026' : 'mercredi 23 décembre 2026',
      );
      await page.getByRole('button', { name: t('later.statementButton') }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        t('later.headings.statement-of-claim'),
      );
      await expect(main).toContainText(number);
      await uploadClaim(page, locale);
      await page.reload();
      await expect(main).toContainText(
        locale === 'en' ? 'Monday, November 23, 2026' : 'lundi 23 novembre 2026',
      );
      const draft = draftOf(page);
      const statement = await submitLater(page, locale);
      await page.goto(t.path('/later-documents/[draft]', { draft }));
      await expect(page).toHaveURL(new RegExp(`${statement}/confirmation$`));

      const mail = await waitForMail(court.dataDir, person.email, t('mail.documentFiled.heading'));
      const stamped = mail.attachments[0]?.content ?? Buffer.alloc(0);
      checkPdf(stamped);
      const text = firstPageText(stamped);
      expect(text).toContain(number);
      expect(text).toContain('Electronically filed / Déposé par voie électronique');
      expect(text).toContain('23-NOV-2026');

      await page.goto(t.path('/transactions/[reference]', { reference: notice }));
      await expect(page.getByRole('row').filter({ hasText: statement })).toContainText(
        t('filingState.filed'),
      );
      await expect(main).toContainText(t('later.statementDone'));
      await page.getByLabel(t('documentKind.affidavit-of-service'), { exact: true }).check();
      await page.getByRole('button', { name: t('later.proofButton') }).click();
      await uploadClaim(page, locale);
      await page.reload();
      await page.getByLabel(t('later.certify'), { exact: true }).check();
      await page.getByRole('button', { name: t('later.submit') }).click();
      await expect(page.getByTestId('error-summary')).toContainText(t('errors.nobodyServed'));
      await page.locator('[name="served-0"]').check();
      await page.locator('[name="servedOn-0"]').fill('2026-11-23');
      await page.locator('[name="method-0"]').selectOption('personal');
      const proof = await submitLater(page, locale);
      await page.goto(t.path('/transactions/[reference]', { reference: proof }));
      await expect(main).toContainText(t('serviceMethod.personal'));
      await expect(page.getByRole('row').filter({ hasText: notice })).toContainText(t('filingState.issued'));
    });
  });
}

for (const [locale, javaScriptEnabled] of oneOf('en', [
  ['en', true],
  ['fr', false],
])) {
  test(`a statement of claim after its time is filed with the consent or the order (${locale}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript)`, async ({
    browser,
    standingClock,
    startCourt,
  }) => {
    standingClock.moveTo('2026-11-23T15:00:00.000Z');
    const court = await startCourt({ clock: standingClock.setting });
    const context = await browser.newContext({ baseURL: court.origin, javaScriptEnabled });
    const page = await context.newPage();
    const t = words(locale);
    const main = page.getByRole('main');
    await newFiler(page, locale);
    await prepareClaim(page, locale, { documentType: 'form-14c' });
    const notice = await certifyAndSubmit(page, locale);
    // The last of the thirty days was December 23.
    standingClock.moveTo('2026-12-24T15:00:00.000Z');
    await page.goto(t.path('/transactions/[reference]', { reference: notice }));
    await page.getByRole('button', { name: t('later.statementButton') }).click();
    await uploadClaim(page, locale);
    await page.reload();
    await expect(main).toContainText(t('later.noGround'));
    await expect(page.getByRole('button', { name: t('later.submit') })).toHaveCount(0);

    const consent = pdfFile('Consent.pdf', await claimPdf({ title: 'CONSENT', pages: 1 }));
    const section = page.getByRole('region', { name: t('documentKind.consent-or-order') });
    await section.locator('input[type=file]').setInputFiles(consent);
    const upload = section.getByRole('button', { name: t('claim.documents.upload'), exact: true });
    if (await upload.isVisible()) await upload.click();
    // Its name stands there from the first byte.
    await expect(section).toContainText(t('claim.documents.uploaded'));
    await expect(section).toContainText('Consent.pdf');
    await page.reload();
    await page.getByRole('radio', { name: t('later.grounds.consent'), exact: true }).check();
    const statement = await submitLater(page, locale);
    await page.goto(t.path('/transactions/[reference]', { reference: statement }));
    await expect(main).toContainText(t('documentKind.consent-or-order'));
    await expect(main).toContainText(t('later.grounds.consent'));
    await context.close();
  });
}
