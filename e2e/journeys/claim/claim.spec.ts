import { waitForMail } from '../../support/court/mail';
import { checkPdf, firstPageText, sealPixels } from '../../support/pdf';
import {
  answerQuestions,
  certifyAndSubmit,
  draftOf,
  fillClaim,
  prepareClaim,
  startClaim,
  uploadClaim,
} from '../../support/people/claim';
import { newFiler, newFilerWithMail } from '../../support/people/filer';
import { inOne, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

const numberPattern = /CV-26-\d{8}-0000/;

for (const locale of inOne('en')) {
  const t = words(locale);

  test(`a claim is filed, issued at once, e-mailed with its seal, and stands under Transactions (${locale})`, async ({
    page,
    court,
  }) => {
    const person = await newFilerWithMail(page, locale, court.dataDir);
    await fillClaim(page, locale);
    const reference = await certifyAndSubmit(page, locale);

    const main = page.getByRole('main');
    await expect(main).toContainText(t('confirmation.issued.form-14a'));
    const fileNumber = numberPattern.exec((await main.textContent()) ?? '')?.[0] ?? '';
    expect(fileNumber).toMatch(numberPattern);
    await expect(main).toContainText(
      locale === 'en' ? 'Monday, November 23, 2026' : 'lundi 23 novembre 2026',
    );

    const mail = await waitForMail(court.dataDir, person.email, fileNumber);
    const sealed = mail.attachments[0]?.content ?? Buffer.alloc(0);
    checkPdf(sealed);
    const text = firstPageText(sealed);
    expect(text).toContain(fileNumber);
    expect(text).toContain('Electronically issued / Délivré par voie électronique');
    expect(text).toContain('23-NOV-2026');
    expect(text).toContain('Barrie');
    expect(sealPixels(sealed)).toBeGreaterThan(250);

    await page.goto(t.path('/transactions'));
    const row = page.getByRole('row').filter({ hasText: reference });
    await expect(row).toContainText(fileNumber);
    await expect(row).toContainText(t('filingState.issued'));
    await page.goto(t.path('/transactions/[reference]', { reference }));
    const download = page.waitForEvent('download');
    await main
      .getByRole('link', { name: new RegExp(t('downloads.sealed').slice(0, 8), 'i') })
      .first()
      .click();
    expect((await download).suggestedFilename()).toContain(fileNumber);
  });

  test(`every step is saved as it is left and stands under Drafts (${locale})`, async ({ page }) => {
    await newFiler(page, locale);
    await startClaim(page, locale);
    const draft = draftOf(page);
    await answerQuestions(page, locale);
    await page.goto(t.path('/drafts'));
    await expect(page.getByRole('main')).toContainText(draft);
    await page.goto(t.path('/claims/[draft]/nature', { draft }));
    await expect(page.getByLabel(t('nature.contract'), { exact: true })).toBeChecked();
    await expect(page.getByText(locale === 'en' ? 'Step 3 of 9' : 'Étape 3 sur 9')).toBeVisible();

    await page.goto(t.path('/drafts'));
    await page.locator('summary', { hasText: t('drafts.delete') }).click();
    await page.getByRole('button', { name: t('drafts.deleteYes') }).click();
    await expect(page.getByRole('main')).toContainText(t('drafts.deletedHeading', { reference: draft }));
    await expect(page.getByRole('link', { name: draft })).toHaveCount(0);
    expect((await page.goto(t.path('/claims/[draft]', { draft })))?.status()).toBe(404);
    await page.goto(t.path('/drafts'));
    await page.getByRole('button', { name: t('drafts.restoreOf', { reference: draft }) }).click();
    await expect(page.getByRole('link', { name: draft })).toBeVisible();
    await page.goto(t.path('/claims/[draft]/nature', { draft }));
    await expect(page.getByLabel(t('nature.contract'), { exact: true })).toBeChecked();
  });
}

test('every answer on the review page has a Change link that leads back to the review', async ({ page }) => {
  await newFiler(page, 'en');
  await prepareClaim(page, 'en');
  await page.getByRole('link', { name: /^Change : Nature of the claim/ }).click();
  await page.getByLabel('Defamation').check();
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Review and submit' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Defamation');
});

test('without the certification, or with a part missing, nothing is submitted and it says why', async ({
  page,
}) => {
  await newFiler(page, 'en');
  const draft = await prepareClaim(page, 'en');
  await page.getByRole('button', { name: 'Submit', exact: true }).click();
  await expect(page.getByTestId('error-summary')).toBeVisible();
  await page.goto(`/en/claims/${draft}/documents`);
  await page.getByRole('button', { name: /^Remove/ }).click();
  await expect(page.getByRole('button', { name: /^Remove/ })).toHaveCount(0);
  await page.goto(`/en/claims/${draft}/review`);
  await expect(page.getByText('Before you can submit')).toBeVisible();
  await page.getByLabel('I certify the above').check();
  await page.getByRole('button', { name: 'Submit', exact: true }).click();
  await expect(page.getByTestId('error-summary')).toBeVisible();
  await expect(page).toHaveURL(/review$/);
});

test('two tabs and a way back make one filing', async ({ page, context }) => {
  await newFiler(page, 'en');
  const draft = await prepareClaim(page, 'en');
  const other = await context.newPage();
  await other.goto(`/en/claims/${draft}/review`);
  for (const tab of [page, other]) await tab.getByLabel('I certify the above').check();
  await Promise.all(
    [page, other].map((tab) => tab.getByRole('button', { name: 'Submit', exact: true }).click()),
  );
  await expect(page).toHaveURL(/confirmation$/);
  await expect(other).toHaveURL(/confirmation$/);
  expect(page.url()).toBe(other.url());
  await page.goto(`/en/claims/${draft}/review`);
  await expect(page).toHaveURL(other.url());
  await page.goto('/en/transactions');
  await expect(page.getByRole('main').getByText(/R-[0-9A-Z]{4}-[0-9A-Z]{4}/)).toHaveCount(1);
});

test('past filings keep the contact information they were submitted with', async ({ page }) => {
  await newFiler(page, 'en');
  await prepareClaim(page, 'en');
  const reference = await certifyAndSubmit(page, 'en');
  await page.goto('/en/contact-information');
  await page.getByLabel('City, town or village *').fill('Orillia');
  await page.getByRole('button', { name: 'Save contact information' }).click();
  await expect(page.getByRole('status').first()).toContainText('saved');
  await page.goto(`/en/transactions/${reference}`);
  await expect(page.getByRole('main')).toContainText('Barrie');
  await expect(page.getByRole('main')).not.toContainText('Unit 4\nOrillia');
});

for (const locale of inOne('fr')) {
  test(`an office's notice is shown to those who choose it, and where the clock differs that too (${locale})`, async ({
    page,
  }) => {
    const t = words(locale);
    await newFiler(page, locale);
    await startClaim(page, locale);
    const review = t.path('/claims/[draft]/review', { draft: draftOf(page) });
    const court = t.path('/claims/[draft]/court', { draft: draftOf(page) });
    const shown = { toronto: locale === 'en' ? 'October 14, 2025' : '14 octobre 2025', kenora: 'Kenora' };
    for (const [office, notice] of Object.entries(shown)) {
      await page.goto(court);
      await page.getByLabel(t('claim.court.court'), { exact: true }).selectOption(office);
      await page.getByRole('button', { name: t('claim.saveAndContinue') }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('claim.nature.title'));
      await page.goto(review);
      await expect(page.getByRole('main')).toContainText(notice);
    }
    await expect(page.getByRole('main')).toContainText(
      t('claim.court.torontoTime', { municipality: 'Kenora' }),
    );
  });
}

for (const locale of inOne('fr')) {
  test(`the documents that the answers ask for are a list that fills (${locale})`, async ({ page }) => {
    const t = words(locale);
    await newFiler(page, locale);
    await startClaim(page, locale);
    await answerQuestions(page, locale, { language: 'bilingual' });
    await page.goto(t.path('/claims/[draft]/documents', { draft: draftOf(page) }));
    const list = page.getByRole('region', { name: t('claim.documents.checklist.title') });
    await expect(list).toContainText(t('claim.documents.checklist.counts', { here: 0, all: 2 }));
    await expect(list).toContainText(t('claim.documents.checklist.reasons.bilingual-request'));
    await uploadClaim(page, locale);
    await expect(list).toContainText(t('claim.documents.checklist.counts', { here: 1, all: 2 }));
  });
}
