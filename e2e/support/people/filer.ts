import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { pdfFile } from '../../fixtures/papers';
import { claimPdf } from '../../fixtures/pdfs';
import { linkTo } from '../court/mail';
import type { CourtServer } from '../court/server';
import { confirmByLink, registerClaimant } from './claimant';
import { newPerson, type Person } from './person';
import { visitorOf } from './visitor';
import { type Locale, words } from './words';

/** The ways of a person through the service, by what the pages show: labels, buttons and headings. */

/** The label as a whole, so that "Password:" is not "* Confirm your password:". */
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });

/** Fills in ONE-key Account Registration, without sending it. */
export async function fillSignUp(page: Page, locale: Locale, person: Person, email = true): Promise<void> {
  const t = words(locale);
  await field(page, t('signUp.oneKeyId')).fill(person.oneKeyId);
  await field(page, t('signUp.password')).fill(person.password);
  await field(page, t('signUp.confirmPassword')).fill(person.password);
  await page.getByRole('checkbox').check();
  for (const n of [1, 2, 3] as const) {
    await field(page, t('signUp.question', { n })).selectOption({ index: n });
    await field(page, t('signUp.answer', { n })).fill(person.answers[n - 1] ?? '');
  }
  if (email) await field(page, t('signUp.email')).fill(person.email);
}

/** From the sign-in page to All Services from A to Z, by a new ONE-key account. */
export async function signUp(page: Page, locale: Locale, person: Person, email = true): Promise<void> {
  const t = words(locale);
  await page.goto(t.path('/sign-up'));
  await fillSignUp(page, locale, person, email);
  await page.getByRole('button', { name: t('signUp.signUp') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('signUpConfirmation.title'));
  await page.getByRole('link', { name: t('common.continue') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('services.title'));
}

/** Opens the link that was sent to the person's address and confirms it. */
export async function confirmEmail(
  page: Page,
  locale: Locale,
  court: CourtServer,
  address: string,
): Promise<void> {
  const t = words(locale);
  await page.goto(await linkTo(court.dataDir, address, 'confirm-email'));
  await expect(page).toHaveURL(new RegExp(`${t.path('/confirm-email')}$`));
  await expect(page.getByRole('main')).toContainText(address);
  await page.getByRole('button', { name: t('confirmEmail.confirm') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('emailConfirmed.title'));
}

export async function signIn(page: Page, locale: Locale, person: Person): Promise<void> {
  const t = words(locale);
  await field(page, t('signIn.oneKeyId')).fill(person.oneKeyId);
  await field(page, t('signIn.password')).fill(person.password);
  await page.getByRole('button', { name: t('signIn.signIn'), exact: true }).click();
}

/** Fills in Contact information as someone who represents themselves. */
export async function fillContact(page: Page, locale: Locale, person: Person): Promise<void> {
  const t = words(locale);
  await field(page, t('contact.kinds.individual')).check();
  await field(page, t('contact.lastName')).fill('Tremblay');
  await field(page, t('contact.firstName')).fill('Zoé');
  await field(page, t('address.address')).fill('12 Example Street, Unit 4');
  await field(page, t('address.city')).fill('Barrie');
  await field(page, t('address.country')).selectOption('CA');
  await field(page, t('address.province')).selectOption('ON');
  await field(page, t('address.postalCode')).fill('l4m3p2');
  await field(page, t('contact.phone')).fill('(705) 555-0123');
  await field(page, t('contact.email')).fill(person.email);
}

/** From All Services from A to Z to My account. */
export async function registerForJustice(page: Page, locale: Locale, person: Person): Promise<void> {
  const t = words(locale);
  await page.getByRole('link', { name: t('service.justice.name') }).click();
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: t('registerTerms.next') }).click();
  await fillContact(page, locale, person);
  await page.getByRole('button', { name: t('registerContact.confirm') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('account.title'));
}

/** A new person with a Justice Services Online account, at My account: registered page by page. */
export async function registerFiler(page: Page, locale: Locale): Promise<Person> {
  const person = newPerson();
  await signUp(page, locale, person);
  await registerForJustice(page, locale, person);
  return person;
}

/** The same in a second, over HTTP: for journeys that are about what comes after. */
export async function newFiler(page: Page, locale: Locale, recoveryEmail = true): Promise<Person> {
  const person = newPerson();
  await registerClaimant(await visitorOf(page), person, recoveryEmail ? person.email : '');
  await page.goto(words(locale).path('/account'));
  return person;
}

/** A new person to whose confirmed address the court's messages about claims go. @param dataDir of the court */
export async function newFilerWithMail(page: Page, locale: Locale, dataDir: string): Promise<Person> {
  const person = await newFiler(page, locale);
  await confirmByLink(await visitorOf(page), await linkTo(dataDir, person.email, 'confirm-email'));
  return person;
}

/** A small claim as a file to choose. */
export async function claimFile(bytes?: number) {
  const buffer = Buffer.from(await claimPdf({ title: 'STATEMENT OF CLAIM', pages: 2, bytes }));
  return pdfFile('My claim.pdf', buffer);
}
