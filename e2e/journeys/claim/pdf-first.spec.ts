import type { Page } from '@playwright/test';
import { partsOf } from '../../../lib/testing/claim/written/body';
import { drawnPdf } from '../../../lib/testing/claim/written/draw';
import { type WrittenClaim, written } from '../../../lib/testing/claim/written/written';
import { paper, pdfFile, requisition } from '../../fixtures/papers';
import { certifyAndSubmit, draftOf } from '../../support/people/claim';
import { Counted } from '../../support/people/counted';
import { newFiler } from '../../support/people/filer';
import { inOne, type Locale, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

/** The claim begins with its PDF: what it says is read, checked and completed. */

const french = { language: 'french' as const, court: 'Ottawa', lawyers: [] };

/** A claim by the filer of these journeys against a company whose address it gives. */
function claimOf(locale: Locale, plaintiff = 'ZOÉ TREMBLAY'): WrittenClaim {
  return written({
    name: 'a company',
    plaintiffs: [plaintiff],
    defendants: ['NORTHERN ELEVATOR INC.'],
    to: [['NORTHERN ELEVATOR INC.', '1 Industrial Road', 'Orillia, Ontario L3V 1A1']],
    lawyer: [],
    said: { ...(locale === 'fr' ? french : {}), parties: [] },
  });
}

async function pdfOf(claim: WrittenClaim) {
  const bytes = await drawnPdf(partsOf(claim), { by: 'word' });
  return pdfFile('claim.pdf', bytes);
}

/** From My account to the check page, by the PDF. */
async function startWith(page: Page, locale: Locale, claim: WrittenClaim, count = new Counted(page)) {
  const t = words(locale);
  await page.goto(t.path('/account'));
  await count.sees(t('account.title'));
  await count.presses(page.getByRole('button', { name: t('account.start') }));
  await count.sees(t('claim.start.title'));
  const file = page.locator('input[type=file]');
  await count.enters('the PDF', file.setInputFiles(await pdfOf(claim)));
  const upload = page.getByRole('button', { name: t('claim.documents.upload') });
  if (await upload.isVisible()) await count.presses(upload);
  await count.sees(t('claim.check.title'));
  return count;
}

async function answerTheRest(page: Page, locale: Locale, count: Counted): Promise<void> {
  const t = words(locale);
  await count.enters(
    'the nature',
    page.getByLabel(t('claim.nature.nature'), { exact: true }).selectOption('contract'),
  );
  await count.presses(page.getByRole('button', { name: t('claim.saveAndContinue') }));
}

async function submit(page: Page, locale: Locale, count: Counted): Promise<string> {
  const t = words(locale);
  await count.sees(t('claim.review.title'));
  await expect(page.getByText(t('claim.review.missingHeading'))).toHaveCount(0);
  count.entries.push('the certification');
  count.clicks += 1;
  const reference = await certifyAndSubmit(page, locale);
  count.screens.push(t('confirmation.issued.form-14a'));
  return reference;
}

/** From My account, with files that are chosen together. */
async function startWithFiles(page: Page, locale: Locale, files: ReturnType<typeof pdfFile>[]) {
  const t = words(locale);
  await page.goto(t.path('/account'));
  await page.getByRole('button', { name: t('account.start') }).click();
  await page.locator('input[type=file]').first().setInputFiles(files);
  const upload = page.getByRole('button', { name: t('claim.documents.upload'), exact: true });
  if (await upload.isVisible()) await upload.click();
}

/** Whichever comes first: the text says which file is the claim, and the others stay with it. */
async function sortsFilesOfStart(page: Page, locale: Locale): Promise<void> {
  const t = words(locale);
  await newFiler(page, locale);
  const notes = await paper('notes.pdf', 'NOTES', 'Of a meeting about an elevator.');
  await startWithFiles(page, locale, [notes, await requisition('asked.pdf'), await pdfOf(claimOf(locale))]);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('claim.check.title'));
  const main = page.getByRole('main');
  await expect(main).toContainText('claim.pdf');
  await expect(main).toContainText('NORTHERN ELEVATOR INC.');
  await page.goto(t.path('/claims/[draft]/documents', { draft: draftOf(page) }));
  for (const name of ['notes.pdf', 'asked.pdf', 'claim.pdf']) await expect(main).toContainText(name);
  await expect(main).toContainText(t('claim.documents.unsorted'));
  await expect(page.getByRole('combobox', { name: 'asked.pdf', exact: true })).toHaveValue(
    'bilingual-request',
  );
}

/** Where no text says which file is the claim, the person does. */
async function asksWhichIsTheClaim(page: Page, locale: Locale): Promise<void> {
  const t = words(locale);
  await newFiler(page, locale);
  const files = await Promise.all(['one.pdf', 'two.pdf'].map((name) => paper(name, name, 'A paper.')));
  await startWithFiles(page, locale, files);
  await expect(page.getByText(t('claim.start.which'))).toBeVisible();
  await page.getByRole('radio', { name: 'two.pdf', exact: true }).check();
  await page.getByRole('button', { name: t('claim.saveAndContinue') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('claim.check.title'));
  await expect(page.getByRole('main')).toContainText('two.pdf');
}

const tell = (line: string) => process.stdout.write(`\n${line}\n`);

for (const locale of ['en', 'fr'] as const) {
  const t = words(locale);
  test(`a first claim of a person who represents themselves is read from its PDF (${locale})`, async ({
    page,
  }) => {
    await newFiler(page, locale);
    const count = await startWith(page, locale, claimOf(locale));
    const main = page.getByRole('main');
    await expect(page.getByLabel(t('claim.court.court'), { exact: true })).toHaveValue(
      locale === 'en' ? 'toronto' : 'ottawa',
    );
    await expect(main).toContainText('NORTHERN ELEVATOR INC.');
    await answerTheRest(page, locale, count);
    await submit(page, locale, count);
    tell(count.line(`a first claim, self-represented (${locale})`));
    expect(count.screens.length).toBeLessThanOrEqual(9);
  });
}

for (const locale of inOne('en')) {
  const t = words(locale);

  test(`the second claim of a firm takes 6 screens and 8 entries at most (${locale})`, async ({ page }) => {
    await newFiler(page, locale);
    await page.goto(t.path('/contact-information'));
    await page.getByLabel(t('contact.kinds.lawyer'), { exact: true }).check();
    await page.getByRole('button', { name: t('contactInformation.save') }).click();
    await expect(page.getByText(t('contactInformation.saved'))).toBeVisible();

    const claim = claimOf(locale, 'ADA CLIENT');
    const first = await startWith(page, locale, claim);
    await answerTheRest(page, locale, first);
    await first.sees(t('claim.plaintiffs.person.title'));
    for (const [label, value] of [
      ['claim.party.address', '5 Elm Street'],
      ['claim.party.city', 'Barrie'],
      ['claim.party.postalCode', 'L4M 3P2'],
    ] as const)
      await first.enters(label, page.getByLabel(t(label), { exact: true }).fill(value));
    await first.presses(page.getByRole('button', { name: t('claim.saveAndContinue') }));
    await submit(page, locale, first);
    tell(first.line(`a firm's first claim for a client (${locale})`));

    const second = await startWith(page, locale, claim);
    await answerTheRest(page, locale, second);
    await submit(page, locale, second);
    tell(second.line(`a firm's second claim for a client (${locale})`));
    for (const { screens, entries } of [first, second]) {
      expect(screens.length).toBeLessThanOrEqual(6);
      expect(entries.length).toBeLessThanOrEqual(8);
    }
  });

  test(`an answer that differs from the PDF stands beside it on the review page (${locale})`, async ({
    page,
  }) => {
    await newFiler(page, locale);
    const count = await startWith(page, locale, claimOf(locale));
    await page.getByLabel(t('claim.court.court'), { exact: true }).selectOption('london');
    await answerTheRest(page, locale, count);
    await count.sees(t('claim.review.title'));
    const main = page.getByRole('main');
    await expect(main).toContainText(t('claim.differences.heading'));
    await expect(main).toContainText('London (County of Middlesex)');
    await expect(main).toContainText('Toronto (City of Toronto)');
  });

  test(`several files begin a claim, and its text says which it is (${locale})`, async ({ page }) => {
    await sortsFilesOfStart(page, locale);
  });

  test(`several files that say nothing: the person is asked which is the claim (${locale})`, async ({
    page,
  }) => {
    await asksWhichIsTheClaim(page, locale);
  });

  test(`a name that may be a person’s or a firm’s is marked, where it was read and at the party (${locale})`, async ({
    page,
  }) => {
    await newFiler(page, locale);
    const count = await startWith(page, locale, claimOf(locale, 'RAMACHANDRAN'));
    await expect(page.getByText(t('claim.check.partyUnsure'))).toHaveCount(1);
    await answerTheRest(page, locale, count);
    await count.sees(t('claim.plaintiffs.person.title'));
    await expect(page.getByText(t('claim.party.checkName'))).toBeVisible();
  });

  test(`a plaintiff whom the PDF does not call one is marked, where it was read and at the party (${locale})`, async ({
    page,
  }) => {
    await newFiler(page, locale);
    const claim = claimOf(locale, 'ADA CLIENT');
    const count = await startWith(page, locale, { ...claim, marks: ['', claim.marks[1]] });
    await expect(page.getByRole('checkbox', { name: 'ADA CLIENT', exact: true })).toBeChecked();
    await expect(page.getByText(t('claim.check.roleUnsure.plaintiff'))).toHaveCount(1);
    await expect(page.getByText(t('claim.check.roleUnsure.defendant'))).toHaveCount(0);
    await answerTheRest(page, locale, count);
    await count.sees(t('claim.plaintiffs.person.title'));
    await expect(page.getByText(t('claim.party.checkRole.plaintiff'))).toBeVisible();
    await expect(page.getByText(t('claim.party.checkName'))).toHaveCount(0);
  });

  test(`a scan without text loses nothing, and says so (${locale})`, async ({ page }) => {
    await newFiler(page, locale);
    await page.goto(t.path('/account'));
    await page.getByRole('button', { name: t('account.start') }).click();
    const { PDFDocument } = await import('pdf-lib');
    const pdf = await PDFDocument.create();
    pdf.addPage([612, 792]).drawRectangle({ x: 60, y: 60, width: 300, height: 20 });
    const scan = pdfFile('scan.pdf', await pdf.save());
    await page.locator('input[type=file]').setInputFiles(scan);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('claim.check.title'));
    await expect(page.getByRole('main')).toContainText(t('claim.check.noText'));
    await page.goto(t.path('/claims/[draft]/documents', { draft: draftOf(page) }));
    await expect(page.getByRole('main')).toContainText('scan.pdf');
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the PDF comes first all the same (fr)', async ({ page }) => {
    await newFiler(page, 'fr');
    const count = await startWith(page, 'fr', claimOf('fr'));
    await answerTheRest(page, 'fr', count);
    await submit(page, 'fr', count);
  });

  test('several files begin a claim all the same (fr)', async ({ page }) => {
    await sortsFilesOfStart(page, 'fr');
  });

  test('the person is asked which is the claim all the same (fr)', async ({ page }) => {
    await asksWhichIsTheClaim(page, 'fr');
  });
});
