import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expectNoViolation } from '../../support/axe';
import { linkTo } from '../../support/court/mail';
import { setUpAuthenticator } from '../../support/people/authenticator';
import {
  answerQuestions,
  certifyAndSubmit,
  draftOf,
  nameParties,
  prepareClaim,
  startClaim,
} from '../../support/people/claim';
import { fillSignUp, newFiler, signIn, signUp } from '../../support/people/filer';
import { givePasskeyDevice } from '../../support/people/passkey-device';
import { newPerson } from '../../support/people/person';
import { becomeAdministrator } from '../../support/people/staff';
import { inOne, words } from '../../support/people/words';
import { expectRequiredSaid } from '../../support/required-fields';
import { expect, test } from '../../support/test';

// Some forty pages, each examined up to three times.
test.setTimeout(600_000);

/** Waits until the form's answer stands on the page: what is wrong, that it is done, what was found, or another page. */
async function answered(page: Page, path: string): Promise<void> {
  const answer = page
    .getByTestId('error-summary')
    .or(page.getByRole('status').filter({ hasText: /\S/ }))
    .or(page.locator('main p:focus'));
  await Promise.race([answer.first().waitFor(), page.waitForURL((url) => url.pathname !== path)]);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page).toHaveTitle(/\S/);
}

/** No text too faint in dark colours, which are the system's choice: nothing else of a page depends on them. */
async function expectNoFaintText(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withRules('color-contrast').analyze();
  const told = violations.flatMap(({ nodes }) => nodes.map(({ html }) => html));
  expect(told, `${page.url()} in dark colours`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Opens each page and, where it has a form, sends it empty: no violation before or after, and no faint text by night. */
async function examine(page: Page, paths: string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await expectNoViolation(page, 'as opened');
    const send = page
      .locator('main form[data-save] button[type=submit]:not([form]):not([name]):visible')
      .first();
    if ((await send.count()) > 0) {
      await send.click();
      await answered(page, path);
      await expectNoViolation(page, 'after its form was sent');
      await expectRequiredSaid(page, path.startsWith('/fr') ? 'fr' : 'en');
    }
    await expectNoFaintText(page);
  }
}

/** Every page takes its time to be examined: the journeys are shared out among the workers. */
test.describe.configure({ mode: 'parallel' });

for (const locale of inOne('en')) {
  const t = words(locale);

  test(`no violation on any page for visitors (${locale})`, async ({ page }) => {
    const addresses = [
      '/',
      '/sign-in',
      '/sign-up',
      '/sign-up/terms',
      '/sign-up/notice-of-collection',
      '/right-place',
      '/learn-more',
      '/help',
      '/serviceontario',
      '/about-ontario',
      '/recover',
      '/recover/id',
      '/recover/password',
      '/recover/both',
      '/recover/sent',
      '/recover/in-person',
      '/confirm-email',
      '/undo-email',
      '/confirm-email/confirmed',
      '/verify',
      '/court-register',
      '/statistics',
      '/service-status',
      '/contact-us',
      '/accessibility',
      '/terms-of-use',
      '/privacy',
      '/account-closed',
    ] as const;
    const unknownCode = t.path('/verify/[code]', { code: '0000000000000000' });
    const paths = addresses.map((address) => t.path(address));
    await examine(page, [...paths, unknownCode, `/${locale}/nowhere`]);
    const person = newPerson();
    await page.goto(t.path('/sign-up'));
    await fillSignUp(page, locale, person, false);
    await page.getByRole('button', { name: t('signUp.signUp') }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('signUpConfirmation.title'));
    await expectNoViolation(page, 'registered');
    await page.context().clearCookies();
    await page.goto(t.path('/recover/password'));
    await page.locator('[name=oneKeyId]').fill(person.oneKeyId);
    await page.getByRole('button', { name: t('recoverPassword.continue') }).click();
    await expect(page.locator('[name=answer1]')).toBeVisible();
    await expectNoViolation(page, 'security questions');
    for (const n of [1, 2, 3]) await page.locator(`[name=answer${n}]`).fill(person.answers[n - 1] ?? '');
    await page.getByRole('button', { name: t('recoverAnswers.check') }).click();
    await expect(page.locator('[name=confirmPassword]')).toBeVisible();
    await expectNoViolation(page, 'new password');
    await page.locator('[name=password]').fill('seven green boats at noon');
    await expect(page.getByTestId('password-strength')).toHaveText(t('passwordStrength.levels.4'));
    await page
      .getByRole('button', { name: t('common.showPassword') })
      .first()
      .click();
    await expectNoViolation(page, 'new password, shown');
  });
}

/** What is behind a sign-in is built alike in both languages. */
for (const locale of inOne('fr')) {
  const t = words(locale);

  test(`no violation on any page for filers (${locale})`, async ({ page, court }) => {
    const person = newPerson();
    await signUp(page, locale, person);
    const account = [
      '/services',
      '/recovery-info',
      '/sessions',
      '/your-information',
      '/close-account',
    ] as const;
    await examine(page, [...account.map((address) => t.path(address)), t.path('/register/terms')]);
    await page.goto(await linkTo(court.dataDir, person.email, 'confirm-email'));
    await expectNoViolation(page, 'an address to confirm');
    await page.context().clearCookies();
    await newFiler(page, locale);
    await prepareClaim(page, locale);
    await expectNoViolation(page, 'complete');
    const reference = await certifyAndSubmit(page, locale);
    await startClaim(page, locale);
    const draft = draftOf(page);
    const steps = [
      'start',
      'type',
      'court',
      'nature',
      'procedure',
      'language',
      'plaintiffs',
      'defendants',
      'documents',
      'review',
    ] as const;
    const stepPaths = steps.map((step) => t.path(`/claims/[draft]/${step}`, { draft }));
    await examine(page, [t.path('/claims/[draft]', { draft }), ...stepPaths]);
    await startClaim(page, locale);
    const filled = draftOf(page);
    await answerQuestions(page, locale, { court: 'toronto', language: 'bilingual' });
    await nameParties(page, locale);
    const later = ['plaintiffs', 'defendants', 'documents', 'review'] as const;
    await examine(
      page,
      later.map((step) => t.path(`/claims/[draft]/${step}`, { draft: filled })),
    );
    const mine = ['/drafts', '/transactions', '/contact-information', '/terms-accepted'] as const;
    await examine(
      page,
      mine.map((address) => t.path(address)),
    );
    await examine(page, [
      t.path('/transactions/[reference]', { reference }),
      t.path('/transactions/[reference]/confirmation', { reference }),
    ]);
    // Their own forms leave for the same page, where nothing more answers than the list.
    for (const address of ['/account', '/saved-parties'] as const) {
      await page.goto(t.path(address));
      await expectNoViolation(page, 'as opened');
    }
    await page.getByRole('link', { name: /Zoé Tremblay/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('savedParties.party.title'));
    await expectNoViolation(page, 'as opened');
  });

  test(`no violation on any page of two-step verification (${locale})`, async ({ page }) => {
    await givePasskeyDevice(page);
    const person = newPerson();
    await signUp(page, locale, person);
    await examine(page, [t.path('/two-step'), t.path('/two-step/authenticator'), t.path('/confirm')]);
    await page.goto(t.path('/two-step/passkey'));
    await expectNoViolation(page, 'as opened');
    await page.getByLabel(t('addPasskey.name')).fill('');
    await page.getByRole('button', { name: t('addPasskey.make'), exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('recoveryCodes.title'));
    await expectNoViolation(page, 'as opened');
    await page.goto(t.path('/two-step'));
    await setUpAuthenticator(page, locale, false);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('twoStep.title'));
    await expectNoViolation(page, 'with everything set up');
    await examine(page, [t.path('/confirm')]);
    await page.context().clearCookies();
    await page.goto(t.path('/sign-in'));
    await signIn(page, locale, person);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('secondStep.title'));
    await examine(page, [t.path('/second-step')]);
    await page.goto(`${t.path('/sign-in')}?ended=1`);
    await expectNoViolation(page, 'after the second step was wrong');
  });

  test(`no violation on any page for staff (${locale})`, async ({ page, browser, court }) => {
    const filer = await (await browser.newContext({ baseURL: court.origin })).newPage();
    await newFiler(filer, locale);
    await prepareClaim(filer, locale);
    const reference = await certifyAndSubmit(filer, locale);
    await becomeAdministrator(page, court, locale);
    const addresses = [
      '/admin',
      '/admin/work',
      '/admin/work/hold-reasons',
      '/admin/filings',
      '/admin/paper',
      '/admin/emails',
      '/admin/emails/catalogue',
      '/admin/approvals',
      '/admin/calendar',
      '/admin/outages',
      '/admin/settings',
      '/admin/courts',
      '/admin/settings/natures',
      '/admin/calendar/names',
      '/admin/users',
      '/admin/audit',
    ] as const;
    await examine(page, [
      ...addresses.map((address) => t.path(address)),
      t.path('/admin/filings/[reference]', { reference }),
      t.path('/admin/courts/[court]', { court: 'toronto' }),
      t.path('/admin/settings/natures/[nature]', { nature: 'contract' }),
    ]);
    await page.goto(t.path('/admin/calendar'));
    await page.getByRole('main').locator('table a').first().click();
    await expectNoViolation(page, 'a closure');
    const closure = new URLSearchParams({ on: '2027-03-03', nameEn: 'Snow', nameFr: 'Neige' });
    await page.goto(`${t.path('/admin/calendar/preview')}?${closure}`);
    await expectNoViolation(page, 'a closure before it is proposed');
    await page.locator('[name=closureReason]').fill('a storm');
    await page.getByRole('button', { name: t('adminCalendar.add'), exact: true }).click();
    await expect(page.getByRole('main')).toContainText(t('approvals.yours'));
    await page.goto(t.path('/admin/approvals'));
    await expectNoViolation(page, 'with a proposal');
    await page.getByRole('link', { name: t('approvals.open') }).click();
    await expectNoViolation(page, 'a proposal');
    await page.goto(t.path('/admin/emails'));
    await page.getByRole('main').locator('table a').first().click();
    await expectNoViolation(page, 'an e-mail');
    await page.goto(t.path('/admin/users'));
    await page.getByRole('main').locator('table a').first().click();
    await expectNoViolation(page, 'a user');
  });
}
