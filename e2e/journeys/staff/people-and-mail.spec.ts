import { randomUUID } from 'node:crypto';
import { expectNoViolation } from '../../support/axe';
import { certifyAndSubmit, prepareClaim } from '../../support/people/claim';
import { newFiler, newFilerWithMail } from '../../support/people/filer';
import { becomeAdministrator } from '../../support/people/staff';
import { tabTo } from '../../support/people/tab-to';
import { inOne, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

for (const locale of inOne('fr')) {
  const t = words(locale);

  test(`a person is found by name, locked with a reason and let in again, by keyboard alone (${locale})`, async ({
    page,
    browser,
    court,
  }) => {
    const filer = await (await browser.newContext({ baseURL: court.origin })).newPage();
    const person = await newFiler(filer, locale);
    await becomeAdministrator(page, court, locale);
    await page.goto(t.path('/admin/users'));
    const main = page.getByRole('main');
    const search = main.getByRole('button', { name: t('adminUsers.search'), exact: true });
    await tabTo(page, page.getByLabel(t('adminUsers.typed'), { exact: true }));
    await page.keyboard.type(person.email);
    await tabTo(page, search);
    await page.keyboard.press('Enter');
    const found = main.getByRole('link', { name: person.oneKeyId });
    await expect(main.getByRole('row')).toHaveCount(2);
    await expectNoViolation(page, 'as found');
    await tabTo(page, found);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('adminUser.title'));
    await expect(main).toContainText(person.email);

    const lock = main.getByRole('button', { name: t('adminUser.lock'), exact: true });
    await tabTo(page, lock);
    await page.keyboard.press('Enter');
    await expect(page.locator('#lockReason-error')).toContainText(t('errors.enterReason'));
    await tabTo(page, page.locator('[name=lockReason]'));
    await page.keyboard.type('phishing');
    await page.keyboard.press('Enter');
    await expect(main.getByRole('button', { name: t('adminUser.unlock'), exact: true })).toBeVisible();
    await expect(main).toContainText('phishing');
    await expectNoViolation(page, 'as locked');
    expect(new URL((await filer.goto(t.path('/account')))?.url() ?? '').pathname).toContain(
      t.path('/sign-in'),
    );
    await tabTo(page, page.locator('[name=lockReason]'));
    await page.keyboard.type('the person called');
    await page.keyboard.press('Enter');
    await expect(lock).toBeVisible();
  });

  test(`an administrator ends one session of a person, by keyboard alone (${locale})`, async ({
    page,
    browser,
    court,
    sql,
  }) => {
    const filer = await (await browser.newContext({ baseURL: court.origin })).newPage();
    const person = await newFiler(filer, locale);
    await becomeAdministrator(page, court, locale);
    const [user] = await sql`select id from users where one_key_id = ${person.oneKeyId}`;
    await page.goto(t.path('/admin/users/[user]', { user: user?.id }));
    const main = page.getByRole('main');
    const end = main.getByRole('button', { name: t('adminAccount.endOne') });
    await expect(end).toHaveCount(1);
    await tabTo(page, end);
    await page.keyboard.press('Enter');
    await expect(main).toContainText(t('adminAccount.noSession'));
    expect(new URL((await filer.goto(t.path('/account')))?.url() ?? '').pathname).toContain(
      t.path('/sign-in'),
    );
  });

  test(`e-mail is found by its address and shown as its reader sees it, by keyboard alone (${locale})`, async ({
    page,
    browser,
    court,
  }) => {
    const filer = await (await browser.newContext({ baseURL: court.origin })).newPage();
    const person = await newFilerWithMail(filer, locale, court.dataDir);
    await becomeAdministrator(page, court, locale);
    await page.goto(t.path('/admin/emails'));
    const main = page.getByRole('main');
    await tabTo(page, page.getByLabel(t('adminEmails.typed'), { exact: true }));
    await page.keyboard.type(person.email.slice(0, -4).toUpperCase());
    await tabTo(page, main.getByRole('button', { name: t('adminEmails.search'), exact: true }));
    await page.keyboard.press('Enter');
    const recipients = main.getByRole('row').filter({ hasText: person.email });
    await expect(main.getByRole('row').filter({ hasNotText: person.email })).toHaveCount(1);
    await expect(recipients).not.toHaveCount(0);
    await expectNoViolation(page, 'as found');
    await tabTo(page, recipients.first().getByRole('link'));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('adminEmail.title'));
    // A link that confirms an address is its reader's secret.
    await expect(main).toContainText(t('adminEmail.secret'));
    await expect(main.locator('iframe')).toHaveCount(0);
  });

  test(`a message goes to a corrected address, by keyboard alone (${locale})`, async ({
    page,
    browser,
    court,
    sql,
  }) => {
    const filer = await (await browser.newContext({ baseURL: court.origin })).newPage();
    await newFiler(filer, locale);
    await prepareClaim(filer, locale);
    const reference = await certifyAndSubmit(filer, locale);
    await becomeAdministrator(page, court, locale);
    const key = randomUUID();
    const [filing] = await sql`select id from filings where reference = ${reference}`;
    const [mail] = await sql`insert into outbox
      (kind, dedupe_key, recipient, subject, html, text, attachments, filing_id, state, due_at)
      values ('claim-received', ${key}, ${`${key}@example.org`}, 'S', '<p style="color:#123456">As sent</p>', 'As sent', '[]',
        ${filing?.id}, 'failed', now()) returning id`;
    await page.goto(t.path('/admin/emails/[id]', { id: mail?.id }));
    const main = page.getByRole('main');
    const frame = page.frameLocator('iframe');
    await expect(frame.getByText('As sent')).toHaveCSS('color', 'rgb(18, 52, 86)');
    await tabTo(page, main.locator('summary').filter({ hasText: t('adminEmail.readdress') }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.locator('[name=email]'));
    await page.keyboard.type(`right-${key}@example.org`);
    await tabTo(page, page.locator('[name=addressReason]'));
    await page.keyboard.type('a typing error');
    await page.keyboard.press('Enter');
    await expect(main).toContainText(t('adminEmail.readdressed'));
    await expectNoViolation(page, 'as readdressed');
    const copies = await sql`select recipient from outbox where repeat_of = ${mail?.id}`;
    expect(copies.map(({ recipient }) => recipient)).toEqual([`right-${key}@example.org`]);
  });

  test(`every message of the service stands in a catalogue, by keyboard alone (${locale})`, async ({
    page,
    court,
  }) => {
    await becomeAdministrator(page, court, locale);
    await page.goto(t.path('/admin/emails'));
    const main = page.getByRole('main');
    await tabTo(page, main.getByRole('link', { name: t('adminEmails.catalogue') }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('adminCatalogue.title'));
    await expectNoViolation(page, 'the catalogue');
    const issued = main
      .getByRole('row')
      .filter({ hasText: t('adminEmails.kinds.claim-issued') })
      .filter({ hasText: t('adminCatalogue.variants.form-14a') });
    await tabTo(page, issued.first().getByRole('link'));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('adminCatalogue.one.title'));
    await expect(page.frameLocator('iframe').getByText('CV-26-00000007-0000').first()).toBeVisible();
    await expectNoViolation(page, 'one message');
    await tabTo(page, main.getByRole('link', { name: t('adminCatalogue.inOther') }));
    await page.keyboard.press('Enter');
    const other = words(locale === 'fr' ? 'en' : 'fr');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(other('adminCatalogue.one.title'));
  });
}
