import { expectNoViolation } from '../../support/axe';
import { certifyAndSubmit, prepareClaim } from '../../support/people/claim';
import { newFilerWithMail } from '../../support/people/filer';
import { becomeAdministrator, becomeRegistrar } from '../../support/people/staff';
import { tabTo } from '../../support/people/tab-to';
import { inOne, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

for (const locale of inOne('fr')) {
  const t = words(locale);
  /** Names who has it. */
  const taken = /\S+ (has taken this filing|a pris ce dépôt)/;

  test(`work is taken from one list, the second who takes it is told, and it is given on, by keyboard alone (${locale})`, async ({
    browser,
    postgresCourt: court,
  }) => {
    const newPage = async () => (await browser.newContext({ baseURL: court.origin })).newPage();
    const [filer, first, second] = [await newPage(), await newPage(), await newPage()];
    await newFilerWithMail(filer, locale, court.dataDir);
    await prepareClaim(filer, locale);
    // As if the file had changed its mind after it was looked at: nothing on its pages is free.
    await court.sql`update documents set place = '{"kind":"nowhere"}'`;
    const reference = await certifyAndSubmit(filer, locale);

    await becomeAdministrator(first, court, locale);
    await tabTo(first, first.getByRole('main').getByRole('link', { name: t('adminToday.openWork') }));
    await first.keyboard.press('Enter');
    await expect(first.getByRole('heading', { level: 1 })).toHaveText(t('work.title'));
    await becomeRegistrar(second, court, locale);
    await second.goto(t.path('/admin/work'));
    const rowOn = (page: typeof first) => page.getByRole('row').filter({ hasText: reference });
    const take = (page: typeof first) =>
      rowOn(page).getByRole('button', { name: new RegExp(`^${t('adminDesk.take')}`) });
    await expect(rowOn(second)).toContainText(t('work.nobody'));
    await expect(rowOn(second)).toContainText(t('holdName.no-room'));
    await expectNoViolation(second, 'of work');

    await tabTo(first, take(first));
    await first.keyboard.press('Enter');
    await expect(rowOn(first)).toContainText(t('work.me'));
    await tabTo(second, take(second));
    await second.keyboard.press('Enter');
    await expect(second.getByTestId('error-summary')).toContainText(taken);
    await expect(rowOn(second)).not.toContainText(t('work.nobody'));

    const list = (of: string) =>
      first.getByRole('main').getByRole('link', { name: t(`work.of.${of}`), exact: true });
    await tabTo(first, list('mine'));
    await first.keyboard.press('Enter');
    await expect(first).toHaveURL(/\?of=mine$/);
    await expect(rowOn(first)).toBeVisible();
    const fold = rowOn(first).locator('summary');
    await fold.focus();
    await first.keyboard.press('Enter');
    await tabTo(first, rowOn(first).getByRole('combobox'));
    await first.keyboard.press('ArrowDown');
    const give = rowOn(first).getByRole('button', { name: new RegExp(`^${t('adminDesk.give')} `) });
    await tabTo(first, give);
    await first.keyboard.press('Enter');
    await expect(rowOn(first)).toHaveCount(0);
    await second.goto(`${t.path('/admin/work')}?of=mine`);
    await expect(rowOn(second)).toContainText(t('work.me'));
    await Promise.all([filer.close(), first.close(), second.close()]);
  });
}
