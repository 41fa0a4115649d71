import type { Page } from '@playwright/test';
import { expectNoViolation } from '../../support/axe';
import { certifyAndSubmit, prepareClaim } from '../../support/people/claim';
import { newFiler } from '../../support/people/filer';
import { approveShown, openProposal } from '../../support/people/proposals';
import { becomeAdministrator, becomeRegistrar } from '../../support/people/staff';
import { typeAndSend } from '../../support/people/type-and-send';
import { unfold } from '../../support/people/unfold';
import { inOne, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

const breach = { en: 'Data breach', fr: 'Atteinte aux données' };
const snow = { en: 'Snow storm', fr: 'Tempête de neige' };
const today = '2026-11-23';

/** Presses an answer by the keyboard. */
async function choose(page: Page, name: string, value: string): Promise<void> {
  await page.locator(`[name=${name}][value=${value}]`).focus();
  await page.keyboard.press('Space');
}

for (const locale of inOne('fr')) {
  const t = words(locale);
  const propose = t('adminSettings.propose');

  async function approve(page: Page): Promise<void> {
    await openProposal(page, locale);
    await expectNoViolation(page, 'a proposed version');
    await approveShown(page, locale);
  }

  test(`a nature that two people added is filed in its words, and is offered until they end it (${locale})`, async ({
    browser,
    postgresCourt: court,
  }) => {
    const newPage = async () => (await browser.newContext({ baseURL: court.origin })).newPage();
    const [first, second, filer] = [await newPage(), await newPage(), await newPage()];
    await becomeRegistrar(first, court, locale);
    await becomeAdministrator(second, court, locale);
    await newFiler(filer, locale);
    await first.goto(t.path('/admin/settings'));
    await first.getByRole('link', { name: t('adminSettings.elsewhere.natures') }).press('Enter');
    await unfold(first, t('adminNatures.add'));
    await expectNoViolation(first, 'the natures of a claim');
    await first.locator('[name=countsAs]').selectOption('economicInjury');
    const typed = { natureCode: 'Fuite', natureEn: breach.en, natureFr: breach.fr, natureFrom: today };
    await typeAndSend(first, { ...typed, natureReason: 'a practice direction' }, propose);
    await expect(first.getByTestId('error-summary')).toContainText(t('errors.natureCode'));
    await typeAndSend(first, { natureCode: 'data-breach' }, propose);
    await expect(first.getByRole('main')).toContainText(t('approvals.yours'));
    await approve(second);

    const draft = await prepareClaim(filer, locale);
    await filer.goto(t.path('/claims/[draft]/nature', { draft }));
    await choose(filer, 'nature', 'data-breach');
    await filer.getByRole('button', { name: t('claim.saveAndContinue') }).press('Enter');
    await expect(filer.getByRole('heading', { level: 1 })).toHaveText(t('claim.procedure.title'));
    await filer.goto(t.path('/claims/[draft]/review', { draft }));
    await expect(filer.getByRole('main')).toContainText(breach[locale]);
    const reference = await certifyAndSubmit(filer, locale);
    const other = await prepareClaim(filer, locale);
    await filer.goto(t.path('/claims/[draft]/nature', { draft: other }));
    await choose(filer, 'nature', 'data-breach');
    await filer.getByRole('button', { name: t('claim.saveAndContinue') }).press('Enter');
    await expect(filer.getByRole('heading', { level: 1 })).toHaveText(t('claim.procedure.title'));

    await first.goto(t.path('/admin/settings/natures/[nature]', { nature: 'data-breach' }));
    await expectNoViolation(first, 'a nature of a claim');
    await choose(first, 'natureOffered', 'no');
    await typeAndSend(first, { natureFrom: today, natureReason: 'another one' }, propose);
    await expect(first.getByRole('main')).toContainText(t('approvals.yours'));
    await approve(second);
    await filer.goto(t.path('/claims/[draft]/review', { draft: other }));
    await expect(filer.getByRole('main')).toContainText(t('errors.natureNotInUse'));
    await filer.goto(t.path('/claims/[draft]/nature', { draft: other }));
    await expect(filer.getByRole('radio', { name: breach[locale] })).toHaveCount(0);
    await filer.goto(t.path('/transactions/[reference]', { reference }));
    await expect(filer.getByRole('main')).toContainText(breach[locale]);
    await Promise.all([first, second, filer].map((page) => page.close()));
  });

  test(`a name that two people keep is chosen for a closure, in both languages (${locale})`, async ({
    browser,
    postgresCourt: court,
  }) => {
    const newPage = async () => (await browser.newContext({ baseURL: court.origin })).newPage();
    const [first, second] = [await newPage(), await newPage()];
    await becomeRegistrar(first, court, locale);
    await becomeAdministrator(second, court, locale);
    await first.goto(t.path('/admin/calendar'));
    await expect(first.locator('[name=keptName]')).toHaveCount(0);
    await first.getByRole('link', { name: t('adminCalendar.names') }).press('Enter');
    await unfold(first, t('adminClosureNames.add'));
    const typed = { nameCode: 'snow-storm', keptNameEn: snow.en, keptNameFr: snow.fr, nameFrom: today };
    await typeAndSend(first, { ...typed, keptNameReason: 'winter' }, propose);
    await expect(first.getByRole('main')).toContainText(t('approvals.yours'));
    await approve(second);

    await first.goto(t.path('/admin/calendar'));
    await unfold(first, t('adminCalendar.addDated'));
    await first.locator('[name=keptName]').selectOption('snow-storm');
    await typeAndSend(first, { on: '2027-02-03' }, t('adminCalendar.preview'));
    const main = first.getByRole('main');
    for (const name of [snow.en, snow.fr]) await expect(main).toContainText(name);
    await first.goto(t.path('/admin/calendar/names/[name]', { name: 'snow-storm' }));
    await expectNoViolation(first, 'a name for closures');
    await expect(main.getByRole('row').filter({ hasText: 'winter' })).toContainText(snow[locale]);
    await Promise.all([first, second].map((page) => page.close()));
  });
}
