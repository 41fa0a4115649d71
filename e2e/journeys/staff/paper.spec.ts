import type { Page } from '@playwright/test';
import type { Sql } from 'postgres';
import { expectNoViolation } from '../../support/axe';
import type { CourtServer } from '../../support/court/server';
import { setUpAuthenticator } from '../../support/people/authenticator';
import {
  answerQuestions,
  certifyAndSubmit,
  draftOf,
  nameParties,
  uploadClaim,
} from '../../support/people/claim';
import { claimFile, newFilerWithMail } from '../../support/people/filer';
import { typeAndSend } from '../../support/people/type-and-send';
import { unfold } from '../../support/people/unfold';
import { inOne, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

/** What is typed at the counter, field by field. */
const typed = {
  ...{ receivedTime: '08:45', lastName: 'Tremblay', firstName: 'Anne' },
  ...{ address: '12 Main Street', city: 'Barrie', postalCode: 'L4M 3P2', phone: '705 555 0100' },
};

for (const locale of inOne('fr')) {
  const t = words(locale);

  /** Signs the page in as staff with an account of their own, in two steps. */
  async function becomeStaff(page: Page, court: CourtServer & { sql: Sql }, role: 'clerk' | 'registrar') {
    const { oneKeyId } = await newFilerWithMail(page, locale, court.dataDir);
    await court.sql`update users set role = ${role} where one_key_id = ${oneKeyId}`;
    await page.goto(t.path('/admin'));
    await setUpAuthenticator(page, locale);
  }

  test(`a claim on paper is entered at the counter, begun by the keyboard alone (${locale})`, async ({
    page,
    court,
    sql,
  }) => {
    await becomeStaff(page, { ...court, sql }, 'clerk');
    await page.goto(t.path('/admin/paper'));
    await expectNoViolation(page, 'paper');

    await page.getByLabel(t('adminPaper.kinds.individual'), { exact: true }).focus();
    await page.keyboard.press('Space');
    for (const [name, value] of Object.entries(typed)) {
      await page.locator(`[name=${name}]`).focus();
      await page.keyboard.press('Control+A');
      await page.keyboard.type(value);
    }
    await page.locator('[name=receivedOn]').focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('2026-11-20');
    await page.getByRole('button', { name: t('adminPaper.goOn'), exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toContainText(t('errors.enterLateReason'));
    await page.locator('[name=lateReason]').focus();
    await page.keyboard.type('a storm');
    await page.getByRole('button', { name: t('adminPaper.goOn'), exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('claim.start.title'));

    await page.goto(t.path('/claims/[draft]/type', { draft: draftOf(page) }));
    await expect(page.getByRole('main')).toContainText(t('claim.paper.label'));
    await answerQuestions(page, locale);
    await nameParties(page, locale);
    await uploadClaim(page, locale);
    await page.getByRole('button', { name: t('claim.saveAndContinue') }).click();
    await expect(page.getByRole('main')).toContainText(t('claim.paper.certifySame'));
    await expectNoViolation(page, 'paper, before it is submitted');
    const reference = await certifyAndSubmit(page, locale);
    await page.goto(t.path('/admin/filings/[reference]', { reference }));
    const main = page.getByRole('main');
    await expect(main).toContainText(t('adminPaper.onPaper'));
    await expect(main).toContainText('a storm');
    await expect(main.getByRole('link', { name: t('adminPaper.receipt') })).toBeVisible();
    await expect(main).toContainText(locale === 'en' ? 'November 20, 2026' : '20 novembre 2026');
  });

  test(`a document of a claim on paper is scanned again at the counter, by the keyboard alone (${locale})`, async ({
    browser,
    postgresCourt: court,
  }) => {
    const page = await (await browser.newContext({ baseURL: court.origin })).newPage();
    await becomeStaff(page, court, 'registrar');
    // While the office is closed a claim waits to be issued, and can be held.
    await court.sql`insert into closures ("on", name_en, name_fr) values ('2026-11-23', 'Closed', 'Fermé')`;
    await page.goto(t.path('/admin/paper'));
    await page.getByLabel(t('adminPaper.kinds.individual'), { exact: true }).focus();
    await page.keyboard.press('Space');
    await typeAndSend(page, typed, t('adminPaper.goOn'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('claim.start.title'));
    await page.goto(t.path('/claims/[draft]/type', { draft: draftOf(page) }));
    await answerQuestions(page, locale);
    await nameParties(page, locale);
    await uploadClaim(page, locale);
    await page.getByRole('button', { name: t('claim.saveAndContinue') }).click();
    const reference = await certifyAndSubmit(page, locale);

    await page.goto(t.path('/admin/filings/[reference]', { reference }));
    const main = page.getByRole('main');
    await unfold(page, t('adminHold.hold'));
    await page.locator('[name=chosenReason]').focus();
    await page.keyboard.type(t('holdName.corrupt'));
    await page.locator('[name^=document-]').first().focus();
    await page.keyboard.press('Space');
    await typeAndSend(page, { holdNote: 'La page 2 est coupée' }, t('adminHold.holdButton'));
    await unfold(page, t('adminHold.atCounter'));
    await expectNoViolation(page, 'a copy at the counter');
    const { buffer, ...file } = await claimFile();
    const again = { ...file, buffer: Buffer.concat([buffer, Buffer.from('\n')]) };
    await page.getByLabel(t('hold.file'), { exact: true }).setInputFiles(again);
    await page.locator('[name=kind][value=replacement]').focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: t('hold.send'), exact: true }).press('Enter');
    await expect(main).toContainText(t('filingState.received'));
    await page.goto(t.path('/admin/filings/[reference]', { reference }));
    await expect(main).toContainText(t('adminAudit.actions.hold filing'));
    await page.close();
  });
}
