import { partsOf } from '../../../lib/testing/claim/written/body';
import { drawnPdf } from '../../../lib/testing/claim/written/draw';
import { written } from '../../../lib/testing/claim/written/written';
import { paper, pdfFile, requisition } from '../../fixtures/papers';
import { draftOf } from '../../support/people/claim';
import { newFiler } from '../../support/people/filer';
import { words } from '../../support/people/words';
import { expect, test } from '../../support/test';

const plaintiffs = ['ZOÉ TREMBLAY', 'ADA CLIENT', 'BIRCH HOLDINGS INC.'];
const defendants = ['NORTHERN ELEVATOR INC.', 'JOHN SMITH', 'JANE SMITH'];
const t = words('en');

test.use({ viewport: { width: 375, height: 700 } });

test('six parties and five documents are read from the PDFs, on a phone (en)', async ({ page }) => {
  const claim = written({
    ...{ name: 'six parties', plaintiffs: [...plaintiffs], defendants: [...defendants], lawyer: [] },
    to: [['NORTHERN ELEVATOR INC.', '1 Industrial Road', 'Orillia, Ontario L3V 1A1']],
    said: { parties: [] },
  });
  await newFiler(page, 'en');
  await page.goto(t.path('/account'));
  await page.getByRole('button', { name: t('account.start') }).click();
  const pdf = pdfFile('claim.pdf', await drawnPdf(partsOf(claim), { by: 'word' }));
  await page.locator('input[type=file]').setInputFiles(pdf);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('claim.check.title'));
  for (const name of [...plaintiffs, ...defendants])
    await expect(page.getByRole('checkbox', { name, exact: true })).toBeChecked();
  await page.getByLabel(t('claim.nature.nature'), { exact: true }).selectOption('contract');
  await page.getByRole('button', { name: t('claim.saveAndContinue') }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(t('claim.check.title'));

  const draft = draftOf(page);
  const main = page.getByRole('main');
  for (const [step, names] of [
    ['plaintiffs', plaintiffs],
    ['defendants', defendants],
  ] as const) {
    await page.goto(t.path(`/claims/[draft]/${step}`, { draft }));
    for (const name of names) await expect(main).toContainText(new RegExp(name, 'i'));
  }

  await page.goto(t.path('/claims/[draft]/documents', { draft }));
  const affidavit = (name: string) =>
    paper(
      name,
      'AFFIDAVIT OF LITIGATION GUARDIAN OF PLAINTIFF UNDER DISABILITY',
      'I, Ann Lee, of Barrie, make oath and say:',
    );
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([
      await affidavit('Guardian.pdf'),
      await affidavit('Second.pdf'),
      await requisition('Requisition.pdf'),
      await paper(
        'Consent.pdf',
        'CONSENT TO FILE DOCUMENTS IN FRENCH',
        'The defendant consents to documents in French.',
      ),
    ]);
  for (const [name, kind] of [
    ['claim.pdf', 'claim'],
    ['Guardian.pdf', 'guardian-affidavit'],
    ['Second.pdf', 'guardian-affidavit'],
    ['Requisition.pdf', 'bilingual-request'],
    ['Consent.pdf', 'french-consent'],
  ] as const) {
    const line = main.getByRole('listitem').filter({ has: page.getByRole('link', { name }) });
    await expect(line).toContainText(t(`documentKind.${kind}`));
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
});
