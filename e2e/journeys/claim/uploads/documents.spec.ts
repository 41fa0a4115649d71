import type { Locator, Page } from '@playwright/test';
import { MOST_FILES } from '../../../../lib/domain/claim/document';
import { pdfFile, requisition } from '../../../fixtures/papers';
import { claimPdf } from '../../../fixtures/pdfs';
import { draftOf, startClaim } from '../../../support/people/claim';
import { newFiler } from '../../../support/people/filer';
import { type Locale, words } from '../../../support/people/words';
import { expect, test } from '../../../support/test';

/** Several files come at once: each is sorted from its text, shown with the place of the seal, and taken or refused by itself. */

const claim = async (name: string) =>
  pdfFile(name, await claimPdf({ title: 'STATEMENT OF CLAIM', pages: 1 }));
const noPdf = pdfFile('Notes.pdf', Buffer.from('Notes of a meeting'));

/** Chooses files in the first field, and sends them where they do not go by themselves. */
async function add(page: Page, locale: Locale, files: ReturnType<typeof pdfFile>[]): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles(files);
  const upload = page
    .getByRole('button', { name: words(locale)('claim.documents.upload'), exact: true })
    .first();
  if (await upload.isVisible()) await upload.click();
}

/** A draft of a bilingual proceeding, at its documents. */
async function openDocuments(page: Page, locale: Locale): Promise<string> {
  const t = words(locale);
  await newFiler(page, locale);
  await startClaim(page, locale);
  const draft = draftOf(page);
  await page.goto(t.path('/claims/[draft]/language', { draft }));
  await page.getByRole('radio', { name: t('claim.language.languages.bilingual'), exact: true }).check();
  await page.getByRole('button', { name: t('claim.saveAndContinue') }).click();
  await page.goto(t.path('/claims/[draft]/documents', { draft }));
  return draft;
}

/** Whether the picture of a page was drawn: its pixels across. */
const widthOf = (picture: Locator) =>
  picture.evaluate((image: HTMLImageElement) => (image.complete ? image.naturalWidth : 0));

async function sortsSeveralFiles(page: Page, locale: Locale): Promise<void> {
  const t = words(locale);
  const draft = await openDocuments(page, locale);
  const main = page.getByRole('main');
  await add(page, locale, [await claim('My claim.pdf'), await requisition('Requisition.pdf'), noPdf]);
  await expect(main).toContainText(t('claim.documents.askedFile', { name: 'My claim.pdf' }));
  await expect(main).toContainText(t('claim.documents.askedFile', { name: 'Requisition.pdf' }));
  await expect(main).toContainText(t('refusal.not-a-pdf'));
  await expect(page.getByRole('combobox', { name: 'My claim.pdf', exact: true })).toHaveValue('claim');
  await expect(page.getByRole('combobox', { name: 'Requisition.pdf', exact: true })).toHaveValue(
    'bilingual-request',
  );
  const picture = main.getByAltText(t('claim.preview.alt', { name: 'My claim.pdf' }));
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => widthOf(picture)).toBeGreaterThan(500);

  await add(page, locale, [await claim('Other claim.pdf')]);
  const other = page.getByRole('combobox', { name: 'Other claim.pdf', exact: true });
  await expect(other).toHaveValue('');
  await expect(main).toContainText(t('claim.documents.kindTaken', { kind: t('documentKind.claim') }));
  await other.selectOption('claim');
  const next = page.getByRole('button', { name: t('claim.saveAndContinue') });
  await next.click();
  await expect(main).toContainText(t('errors.kindTwice'));
  const remove = main.getByRole('button', {
    name: t('claim.documents.removeOf', { name: 'Other claim.pdf' }),
    exact: true,
  });
  await remove.click();
  await expect(other).toHaveCount(0);

  await page.getByRole('button', { name: t('claim.saveAndContinue') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('claim.review.title'));
  await expect(main).toContainText('Requisition.pdf');
  await expect(main.getByAltText(t('claim.preview.alt', { name: 'My claim.pdf' }))).toBeVisible();
  expect(draftOf(page)).toBe(draft);
}

test('several files are sent at once, sorted, and shown with the place of the seal (en)', async ({
  page,
}) => {
  await sortsSeveralFiles(page, 'en');
});

test('a file is replaced by another, and an eleventh is refused in words (en)', async ({ page }) => {
  const t = words('en');
  await openDocuments(page, 'en');
  const main = page.getByRole('main');
  await add(page, 'en', [await claim('First.pdf')]);
  await expect(main).toContainText(t('claim.documents.askedFile', { name: 'First.pdf' }));
  await page
    .getByLabel(t('claim.documents.replaceOf', { name: 'First.pdf' }), { exact: true })
    .setInputFiles(await claim('Second.pdf'));
  await expect(main).toContainText(t('claim.documents.askedFile', { name: 'Second.pdf' }));
  await expect(main).not.toContainText('First.pdf');

  const more = await Promise.all(Array.from({ length: MOST_FILES }, (_, n) => claim(`More ${n}.pdf`)));
  await add(page, 'en', more);
  await expect(main).toContainText(t('errors.tooManyFiles'));
});

/** Lets no upload begin. @returns what lets them go on */
async function holdUploads(page: Page): Promise<() => void> {
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route('**/api/uploadthing?*', async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  return goOn;
}

test('a file can be dropped, and cancelled while it is sent or waits (en)', async ({ page }) => {
  const t = words('en');
  await openDocuments(page, 'en');
  const main = page.getByRole('main');
  const dropped = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['no PDF'], 'Dropped.pdf'));
    return data;
  });
  const area = main.locator('form[action="/api/documents"]').first();
  await area.dispatchEvent('drop', { dataTransfer: dropped });
  await expect(main).toContainText(t('refusal.not-a-pdf'));

  // What is asked for meanwhile waits until both are cancelled.
  const goOn = await holdUploads(page);
  await add(page, 'en', [await claim('One.pdf'), await claim('Two.pdf')]);
  for (const name of ['Two.pdf', 'One.pdf'])
    await main.getByRole('button', { name: `${t('claim.documents.cancel')} ${name}`, exact: true }).click();
  await expect(main).not.toContainText('One.pdf');
  await expect(main).not.toContainText('Two.pdf');
  goOn();
});

test('a file that takes the place of another is cancelled while it is sent, and the other stays (en)', async ({
  page,
}) => {
  const t = words('en');
  await openDocuments(page, 'en');
  const main = page.getByRole('main');
  await add(page, 'en', [await claim('First.pdf')]);
  await expect(main).toContainText(t('claim.documents.askedFile', { name: 'First.pdf' }));
  const goOn = await holdUploads(page);
  await page
    .getByLabel(t('claim.documents.replaceOf', { name: 'First.pdf' }), { exact: true })
    .setInputFiles(await claim('Second.pdf'));
  const cancel = main.getByRole('button', {
    name: `${t('claim.documents.cancel')} Second.pdf`,
    exact: true,
  });
  await cancel.click();
  await expect(cancel).toHaveCount(0);
  goOn();
  await page.reload();
  await expect(main).toContainText(t('claim.documents.askedFile', { name: 'First.pdf' }));
  await expect(main).not.toContainText('Second.pdf');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('one form brings several files, sorted and shown all the same (fr)', async ({ page }) => {
    await sortsSeveralFiles(page, 'fr');
  });
});
