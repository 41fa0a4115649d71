import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { issued } from '../../../lib/testing/pdf/pages';
import { sealedAt } from '../../../lib/testing/pdf/seal';
import {
  attachmentPdf,
  bigPdf,
  claimPdf,
  encryptedPdf,
  notAPdf,
  scriptPdf,
  zeroPagesPdf,
} from '../../fixtures/pdfs';
import { certifyAndSubmit, draftOf, prepareClaim, startClaim, uploadClaim } from '../../support/people/claim';
import { newFiler } from '../../support/people/filer';
import { inOne, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

for (const locale of inOne('fr')) {
  const t = words(locale);

  test(`a file that the court cannot take is refused with its reason, the draft intact (${locale})`, async ({
    page,
  }, testInfo) => {
    await newFiler(page, locale);
    await startClaim(page, locale);
    await page.getByLabel(t('documentType.form-14c')).check();
    await page.getByRole('button', { name: t('claim.saveAndContinue') }).click();
    const draft = draftOf(page);
    const documents = t.path('/claims/[draft]/documents', { draft });
    const refused: [Uint8Array, string][] = [
      [new TextEncoder().encode('Statement of Claim'), 'refusal.not-a-pdf'],
      [notAPdf(), 'refusal.web-page'],
      [await encryptedPdf(), 'refusal.password'],
      [await zeroPagesPdf(), 'refusal.no-pages'],
      [await scriptPdf(), 'refusal.active-content'],
      [await attachmentPdf(), 'refusal.embedded-files'],
      [await bigPdf(), 'errors.fileTooLarge'],
    ];
    const file = testInfo.outputPath('claim.pdf');
    for (const [bytes, reason] of refused) {
      // From a file: handed to the browser as bytes, 36 MB take longer than anything may on a busy machine.
      writeFileSync(file, bytes);
      await page.goto(documents);
      await page.locator('input[type=file]').first().setInputFiles(file);
      const upload = page.getByRole('button', { name: t('claim.documents.upload') }).first();
      if (await upload.isVisible()) await upload.click();
      await expect(page.getByRole('main'), reason).toContainText(t(reason));
    }
    await uploadClaim(page, locale);
    await page.goto(t.path('/claims/[draft]/type', { draft }));
    await expect(page.getByLabel(t('documentType.form-14c'), { exact: true })).toBeChecked();
  });
}

test('a PDF is taken whatever the browser calls it, and a court’s seal is named by its number', async ({
  page,
}) => {
  const t = words('en');
  await newFiler(page, 'en');
  await startClaim(page, 'en');
  await page.getByLabel(t('documentType.form-14c')).check();
  await page.getByRole('button', { name: t('claim.saveAndContinue') }).click();
  await page.goto(t.path('/claims/[draft]/documents', { draft: draftOf(page) }));
  const main = page.getByRole('main');
  const field = page.locator('input[type=file]').first();
  const claim = await claimPdf({ title: 'Notice of Action', pages: 1 });
  const mimeType = 'application/octet-stream';
  await field.setInputFiles({ name: 'claim.docx', mimeType, buffer: Buffer.from(claim) });
  await expect(main.getByRole('link', { name: 'claim.docx.pdf' })).toBeVisible();

  await field.setInputFiles({ name: 'sealed.pdf', mimeType, buffer: await sealedAt(claim) });
  await expect(main).toContainText(t('refusal.already-sealed-as', { number: issued.fileNumber }));
  await expect(main.getByRole('link', { name: 'claim.docx.pdf' })).toBeVisible();
});

test("another person's draft, filing and document do not exist", async ({ page, browser, court }) => {
  await newFiler(page, 'en');
  const submitted = await prepareClaim(page, 'en');
  const reference = await certifyAndSubmit(page, 'en');
  const link = page.getByRole('main').locator('a[href^="/api/documents/"]').first();
  const document = (await link.getAttribute('href')) ?? '';
  await startClaim(page, 'en');
  const draft = draftOf(page);

  const stranger = await (await browser.newContext({ baseURL: court.origin })).newPage();
  await newFiler(stranger, 'en');
  const paths = [
    `/en/claims/${draft}`,
    `/en/claims/${draft}/type`,
    `/en/claims/${draft}/review`,
    `/en/claims/${submitted}/review`,
    `/en/transactions/${reference}`,
    `/en/transactions/${reference}/confirmation`,
    document,
  ];
  for (const path of paths) {
    expect((await page.request.get(path)).status(), `${path} for its owner`).toBe(200);
    expect((await stranger.request.get(path)).status(), `${path} for a stranger`).toBe(404);
  }
  await stranger.context().clearCookies();
  expect((await stranger.request.get(document)).status()).toBe(404);
});

test('a claim whose seal fails is kept as received, tells the filer, and is issued once the cause is gone', async ({
  page,
  court,
  consoleErrors,
}) => {
  await newFiler(page, 'en');
  await prepareClaim(page, 'en');
  const files = path.join(court.dataDir, 'files');
  renameSync(files, `${files}.away`);
  const reference = await certifyAndSubmit(page, 'en');
  await expect(page.getByRole('main')).toContainText('received');
  await page.goto(`/en/transactions/${reference}`);
  await expect(page.getByRole('main')).toContainText('Received');
  renameIntoPlace(`${files}.away`, files);
  await expect(async () => {
    await page.goto(`/en/transactions/${reference}`);
    await expect(page.getByRole('main')).toContainText(/CV-26-\d{8}-0000/, { timeout: 500 });
  }).toPass();
  // While storage is away, so are the pictures of pages.
  const others = consoleErrors.splice(0).filter((error) => !error.includes('status of 500'));
  expect(others).toEqual([]);
});

/** Puts the folder back where the server may have made an empty one meanwhile. */
function renameIntoPlace(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    for (const entry of readdirSync(from)) renameSync(path.join(from, entry), path.join(to, entry));
  }
}
