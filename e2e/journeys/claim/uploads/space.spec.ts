import { draftOf, prepareClaim, startClaim } from '../../../support/people/claim';
import { claimFile, newFiler } from '../../../support/people/filer';
import { inOne, words } from '../../../support/people/words';
import { expect, test } from '../../../support/test';

const megabyte = 1024 * 1024;

for (const locale of inOne('fr')) {
  test(`whose drafts are nearly full is told before an upload is refused, and what to do (${locale})`, async ({
    page,
    sql,
  }) => {
    const t = words(locale);
    const main = page.getByRole('main');
    await newFiler(page, locale);
    const full = await prepareClaim(page, locale);
    const grow = (size: number) =>
      sql`update documents set size = ${size * megabyte} where draft_id = (select id from drafts where reference = ${full})`;
    await page.goto(t.path('/drafts'));
    await expect(main).not.toContainText(t('drafts.spaceHeading'));
    await grow(450);
    await page.reload();
    await expect(main).toContainText(t('drafts.spaceHeading'));

    await grow(500);
    await startClaim(page, locale);
    await page.goto(t.path('/claims/[draft]/documents', { draft: draftOf(page) }));
    await expect(main).toContainText(t('drafts.spaceHeading'));
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(await claimFile());
    await expect(main).toContainText(t('errors.draftsFull'));
  });
}
