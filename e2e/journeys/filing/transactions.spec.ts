import { readFileSync } from 'node:fs';
import { certifyAndSubmit, prepareClaim } from '../../support/people/claim';
import { newFiler } from '../../support/people/filer';
import { oneOf, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

/** Transactions for people with many: searched, narrowed, and taken away as a table and an archive. */
for (const [locale, javaScriptEnabled] of oneOf('en', [
  ['en', true],
  ['fr', false],
])) {
  const t = words(locale);
  test.describe(`${locale}, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('a person finds a filing by name and by their own number, and takes all of them away', async ({
      page,
    }) => {
      await newFiler(page, locale);
      const draft = await prepareClaim(page, locale);
      await page.goto(t.path('/claims/[draft]/type', { draft }));
      await page.getByLabel(t('claim.type.ownNumber')).fill('F/2026-118');
      await page.getByRole('button', { name: t('claim.saveAndContinue') }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('claim.court.title'));
      await page.goto(t.path('/claims/[draft]/review', { draft }));
      const reference = await certifyAndSubmit(page, locale);
      const main = page.getByRole('main');
      await expect(main).toContainText('F/2026-118');

      const shown = await page.goto(t.path('/transactions'));
      expect(await shown?.headerValue('content-encoding')).toMatch(/^(br|gzip)$/);
      // None of a search's fields must be filled in.
      await expect(page.locator('form:has([name=words]) [aria-required]')).toHaveCount(0);
      const found = page.getByRole('row').filter({ hasText: reference });
      const search = async (text: string) => {
        await page.getByLabel(t('transactions.words'), { exact: true }).fill(text);
        await page.getByRole('button', { name: t('transactions.search'), exact: true }).click();
      };
      await search('nobody of this name');
      await expect(main).toContainText(t('transactions.noMatch'));
      for (const text of ['northern elevator', '2026-118', reference]) {
        await search(text);
        await expect(found).toBeVisible();
      }
      expect(page.url()).not.toContain('northern');

      const table = page.waitForEvent('download');
      await page.getByRole('button', { name: t('transactions.csv') }).click();
      const rows = readFileSync(await (await table).path(), 'utf8').split('\r\n');
      expect(rows[0]).toContain(t('transactions.fileNumber'));
      expect(rows[1]).toContain(`${reference},`);
      expect(rows[1]).toContain('F/2026-118');

      const archive = page.waitForEvent('download');
      await page.getByRole('button', { name: t('transactions.zip') }).click();
      const bytes = readFileSync(await (await archive).path());
      expect(bytes.subarray(0, 4)).toEqual(Buffer.from('PK\x03\x04'));
      expect(bytes.toString('latin1')).toMatch(/CV-26-\d{8}-0000/);
    });
  });
}
