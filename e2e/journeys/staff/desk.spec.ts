import { readFile } from 'node:fs/promises';
import { expectNoViolation } from '../../support/axe';
import { becomeAdministrator } from '../../support/people/staff';
import { tabTo } from '../../support/people/tab-to';
import { inOne, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

for (const locale of inOne('fr')) {
  const t = words(locale);

  test(`the audit log is searched and taken away as a table, by keyboard alone (${locale})`, async ({
    page,
    court,
  }) => {
    await becomeAdministrator(page, court, locale);
    await page.goto(t.path('/admin/audit'));
    const main = page.getByRole('main');
    await tabTo(page, page.getByLabel(t('adminAudit.exactAction'), { exact: true }));
    await page.keyboard.type(t('adminAudit.actions.read audit log'));
    await tabTo(page, main.getByRole('button', { name: t('adminAudit.search'), exact: true }));
    await page.keyboard.press('Enter');
    // The search is the newest line that it finds, with what was asked for.
    const asked = `${t('adminAudit.details.action')}`;
    await expect(main.getByRole('row').nth(1)).toContainText(asked);
    await expect(main.getByRole('row').nth(1)).toContainText(t('adminAudit.actions.read audit log'));
    await expectNoViolation(page, 'as found');

    const csv = main.getByRole('button', { name: t('adminAudit.csv'), exact: true });
    await tabTo(page, csv);
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    const [headings = '', ...lines] = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
    expect(headings).toContain(t('adminAudit.details.reason'));
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line).toContain(t('adminAudit.actions.read audit log'));

    await page.goto(t.path('/admin/audit'));
    await expect(main.getByRole('row').nth(2)).toContainText(t('adminAudit.actions.export audit log'));
  });
}

for (const locale of inOne('en')) {
  const t = words(locale);

  test(`Today says how the court goes, and each plot opens as a table by keyboard (${locale})`, async ({
    page,
    court,
  }) => {
    await becomeAdministrator(page, court, locale);
    const main = page.getByRole('main');
    await expect(main).toContainText(t('adminToday.openUntil').split('.')[0] ?? '');
    for (const name of ['needsYou', 'figures', 'plots'])
      await expect(main.getByRole('heading', { name: t(`adminToday.${name}`) })).toBeVisible();
    const plot = t('adminToday.perHour');
    await expect(main.getByRole('img', { name: plot })).toBeVisible();
    const summary = main.locator('summary').filter({ hasText: plot });
    await tabTo(page, summary);
    await page.keyboard.press('Enter');
    await expect(main.getByRole('table', { name: plot }).getByRole('row')).toHaveCount(25);
    await expectNoViolation(page, 'as found');
  });

  test(`anyone reads the statistics, which name no small number, and opens them by keyboard (${locale})`, async ({
    page,
    sql,
  }) => {
    for (const [day, received, holds] of [
      ['2026-09-10', 40, { corrupt: 6, password: 2, 'no-room': 5 }],
      ['2026-10-10', 3, {}],
    ] as const)
      await sql`insert into filing_days (day, received, issued, hours, waits, holds)
        values (${day}, ${received}, ${received}, array_fill(0, array[24]), ${[received, 0, 0, 0, 0, 0]}, ${sql.json(holds)})
        on conflict do nothing`;
    const main = page.getByRole('main');
    await expect(async () => {
      await page.goto(t.path('/statistics'));
      await expect(main.getByRole('img', { name: t('statistics.received') })).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await expect(main).toContainText(t('statistics.few'));
    await expect(main.getByRole('row').filter({ hasText: t('holdName.corrupt') })).toContainText('6');
    const kept = main.getByRole('row').filter({ hasText: t('holdName.no-room') });
    await expect(kept).toContainText(t('statistics.unshown'));
    await expect(main.getByRole('table', { name: t('statistics.months') })).toBeVisible();
    await expectNoViolation(page, 'as found');
    const csv = await page.request.get(
      (await main.getByRole('link', { name: t('statistics.csv') }).getAttribute('href')) ?? '',
    );
    expect(csv.headers()['content-type']).toContain('text/csv');
    expect(await csv.text()).toContain(`2026-10,${t('statistics.few')}`);
  });
}
