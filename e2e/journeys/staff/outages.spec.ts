import { expectNoViolation } from '../../support/axe';
import { prepareClaim } from '../../support/people/claim';
import { newFiler } from '../../support/people/filer';
import { becomeRegistrar } from '../../support/people/staff';
import { unfold } from '../../support/people/unfold';
import { inOne, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

for (const locale of inOne('fr')) {
  const t = words(locale);

  test(`an outage is told on every page while it lasts, and certified, by the keyboard alone (${locale})`, async ({
    browser,
    postgresCourt: court,
  }) => {
    const newPage = async () => (await browser.newContext({ baseURL: court.origin })).newPage();
    const [page, visitor] = [await newPage(), await newPage()];
    const bar = visitor.getByRole('complementary', { name: t('frame.notice') });
    const what = { en: 'Documents could not be uploaded', fr: 'Aucun document ne pouvait être téléversé' };
    await becomeRegistrar(page, court, locale);
    await page.goto(t.path('/admin/outages'));
    await unfold(page, t('adminOutages.declareHeading'));
    const send = async (fields: Record<string, string>, button: string) => {
      for (const [name, value] of Object.entries(fields)) {
        await page.locator(`[name=${name}]`).focus();
        await page.keyboard.press('Control+A');
        await page.keyboard.type(value);
      }
      await page.getByRole('button', { name: button, exact: true }).focus();
      await page.keyboard.press('Enter');
    };
    const outage = { startOn: '2026-11-20', startTime: '25:00', whatEn: what.en, whatFr: what.fr };
    await send(outage, t('adminOutages.declare'));
    await expect(page.getByTestId('error-summary')).toContainText(t('errors.enterTime'));
    await send({ startTime: '10:05' }, t('adminOutages.declare'));
    await expect(page.getByRole('heading', { name: t('adminOutages.lasting') })).toBeVisible();
    await expectNoViolation(page, 'an outage that lasts');
    for (const path of ['/privacy', '/sign-in'] as const)
      await expect(async () => {
        await visitor.goto(t.path(path));
        await expect(bar).toContainText(what[locale], { timeout: 1_000 });
      }).toPass();
    await bar.getByRole('link', { name: t('frame.outageMore') }).focus();
    await visitor.keyboard.press('Enter');
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(t('serviceStatus.title'));
    await expect(visitor.getByRole('main')).toContainText('3.02');
    const row = visitor.getByRole('row').filter({ hasText: what[locale] });
    await expect(row).toContainText(t('serviceStatus.lasts'));
    await expectNoViolation(visitor, 'the status of the service');
    const href = (await row.getByRole('link').getAttribute('href')) ?? '';
    const certificate = await visitor.request.get(href);
    expect(certificate.headers()['content-type']).toBe('application/pdf');
    expect((await certificate.body()).toString('latin1')).toContain('/ByteRange');

    await send({ endedOn: '2026-11-20', endedTime: '11:40' }, t('adminOutages.end'));
    await expect(page.getByRole('heading', { name: t('adminOutages.lasting') })).toHaveCount(0);
    await expect(async () => {
      await visitor.goto(t.path('/service-status'));
      await expect(bar).toHaveCount(0, { timeout: 1_000 });
    }).toPass();
    await expect(row).not.toContainText(t('serviceStatus.lasts'));

    await page.getByRole('link', { name: t('adminOutages.retract') }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('adminOutage.title'));
    await send({ retractionReason: '' }, t('adminOutage.button'));
    await expect(page.getByTestId('error-summary')).toContainText(t('errors.enterReason'));
    await expectNoViolation(page, 'an outage to be retracted');
    await send({ retractionReason: 'the wrong day' }, t('adminOutage.button'));
    await expect(page.getByRole('row').filter({ hasText: 'the wrong day' }).locator('s')).toHaveCount(3);
    await expectNoViolation(page, 'an outage that was retracted');
    await expect(async () => {
      await visitor.goto(t.path('/service-status'));
      await expect(row).toHaveCount(0, { timeout: 1_000 });
    }).toPass();
    expect((await visitor.request.get(href)).status()).toBe(404);
    await Promise.all([page, visitor].map((one) => one.close()));
  });

  test(`a filer reads of maintenance before submitting (${locale})`, async ({
    browser,
    postgresCourt: court,
  }) => {
    const newPage = async () => (await browser.newContext({ baseURL: court.origin })).newPage();
    const [page, filer] = [await newPage(), await newPage()];
    await newFiler(filer, locale);
    await prepareClaim(filer, locale);
    await expect(filer.getByRole('main')).not.toContainText(t('issuingStopped.heading'));
    await becomeRegistrar(page, court, locale);
    await unfold(page, t('issuing.stop'));
    await page.locator('[name=stopReason]').focus();
    await page.keyboard.type('a new disk');
    await page.getByRole('button', { name: t('issuing.stopButton'), exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toContainText('a new disk');
    await filer.reload();
    await expect(filer.getByRole('main')).toContainText(t('issuingStopped.heading'));
    await expect(filer.getByRole('main')).not.toContainText('a new disk');
    await Promise.all([page, filer].map((one) => one.close()));
  });
}
