import { giveCode, setUpAuthenticator } from '../../support/people/authenticator';
import { fillSignUp } from '../../support/people/filer';
import { newPerson } from '../../support/people/person';
import { firstAdministratorLink } from '../../support/people/staff';
import { unfold } from '../../support/people/unfold';
import { inOne, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

for (const locale of inOne('en')) {
  const t = words(locale);

  test(`ten minutes after the second step staff give it again, and nothing typed is lost (${locale})`, async ({
    browser,
    postgresCourt: court,
  }) => {
    const { sql } = court;
    const page = await (await browser.newContext({ baseURL: court.origin })).newPage();
    await page.goto(firstAdministratorLink(court));
    await fillSignUp(page, 'en', newPerson());
    await page.getByRole('button', { name: words('en')('adminFirst.create') }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('en')('twoStep.title'));
    await page.goto(t.path('/admin/calendar'));
    await expect(page.getByRole('main')).toContainText(t('twoStep.required.words'));
    const { app } = await setUpAuthenticator(page, locale);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('adminCalendar.title'));

    await unfold(page, t('adminCalendar.addDated'));
    const fields = { on: '2026-11-24', nameEn: 'Snow', nameFr: 'Neige' };
    for (const [name, value] of Object.entries(fields)) await page.locator(`[name=${name}]`).fill(value);
    await page
      .getByRole('button', { name: t('adminCalendar.preview'), exact: true })
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('adminClosurePreview.title'));
    await page.locator('[name=closureReason]').fill('a storm');
    // As if eleven minutes had gone by.
    await sql`update sessions set confirmed_at = confirmed_at - interval '11 minutes' where ended_at is null`;
    const add = page.getByRole('button', { name: t('adminCalendar.add'), exact: true });
    await add.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('confirmIdentity.title'));
    const [before] = await sql`select id from sessions where ended_at is null`;
    await giveCode(page, locale, app);
    await expect(page).toHaveURL(new RegExp(`${t.path('/admin/calendar/preview')}$`));
    for (const [name, value] of Object.entries({ ...fields, closureReason: 'a storm' })) {
      await expect(page.locator(`[name=${name}]`)).toHaveValue(value);
    }
    expect(await sql`select end_reason from sessions where id = ${before?.id}`).toMatchObject([
      { end_reason: 'renewed' },
    ]);
    await add.click();
    await expect(page.getByRole('main')).toContainText(t('approvals.yours'));
    await page.close();
  });
}
