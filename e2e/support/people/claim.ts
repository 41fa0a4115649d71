import { expect, type Page } from '@playwright/test';
import { type Answers, prepareDraft } from './claimant';
import { claimFile } from './filer';
import { visitorOf } from './visitor';
import { type Locale, words } from './words';

/** The claim, step by step, by what its pages show. */

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
/** By role: a question that does not apply is hidden, with answers of the same words. */
const radio = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });

async function saveAndContinue(page: Page, locale: Locale, next: string): Promise<void> {
  const t = words(locale);
  await page.getByRole('button', { name: t('claim.saveAndContinue') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t(next));
}

/** The reference of the draft whose page is open. */
export function draftOf(page: Page): string {
  return /D-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(page.url())?.[0] ?? '';
}

/** From My account to the first step of a new claim. */
export async function startClaim(page: Page, locale: Locale): Promise<void> {
  const t = words(locale);
  await page.goto(t.path('/account'));
  await page.getByRole('button', { name: t('account.start') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('claim.start.title'));
  await page.goto(t.path('/claims/[draft]/type', { draft: draftOf(page) }));
}

/** The steps of one question each: from the document type to the plaintiffs. */
export async function answerQuestions(page: Page, locale: Locale, answers: Answers = {}): Promise<void> {
  const t = words(locale);
  const { documentType = 'form-14a', court = 'barrie', language = 'english' } = answers;
  await radio(page, t(`documentType.${documentType}`)).check();
  await saveAndContinue(page, locale, 'claim.court.title');
  await field(page, t('claim.court.court')).selectOption(court);
  await saveAndContinue(page, locale, 'claim.nature.title');
  await radio(page, t('nature.contract')).check();
  await saveAndContinue(page, locale, 'claim.procedure.title');
  await radio(page, t('claim.procedure.procedures.ordinary')).check();
  await radio(page, t('claim.procedure.classes.no')).check();
  await saveAndContinue(page, locale, 'claim.language.title');
  await radio(page, t(`claim.language.languages.${language}`)).check();
  await saveAndContinue(page, locale, 'claim.plaintiffs.person.title');
}

/** The plaintiff as the contact information already says, and an organisation as the defendant. */
export async function nameParties(
  page: Page,
  locale: Locale,
  defendant = 'Northern Elevator Inc.',
): Promise<void> {
  const t = words(locale);
  await expect(field(page, t('claim.party.lastName'))).toHaveValue('Tremblay');
  await radio(page, t('claim.party.kinds.person')).check();
  await radio(page, t('representation.self')).check();
  await saveAndContinue(page, locale, 'claim.plaintiffs.title');
  await saveAndContinue(page, locale, 'claim.defendants.person.title');
  await radio(page, t('claim.party.kinds.organisation')).check();
  await field(page, t('claim.party.organisationName')).fill(defendant);
  await radio(page, t('organisationKind.corporation')).check();
  await field(page, t('claim.party.address')).fill('1 Industrial Road');
  await field(page, t('claim.party.city')).fill('Orillia');
  await field(page, t('claim.party.country')).selectOption('CA');
  await field(page, t('claim.party.province')).selectOption('ON');
  await field(page, t('claim.party.postalCode')).fill('L3V 1A1');
  await radio(page, t('representation.unknown')).check();
  await saveAndContinue(page, locale, 'claim.defendants.title');
  await saveAndContinue(page, locale, 'claim.documents.title');
}

/** Chooses the claim's file and waits until it was received. */
export async function uploadClaim(page: Page, locale: Locale, file?: Awaited<ReturnType<typeof claimFile>>) {
  const t = words(locale);
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(file ?? (await claimFile()));
  const upload = page.getByRole('button', { name: t('claim.documents.upload') }).first();
  if (await upload.isVisible()) await upload.click();
  await expect(page.getByRole('main')).toContainText(t('claim.documents.uploaded'));
}

/** A claim with everything, on its review page: answered page by page. */
export async function fillClaim(page: Page, locale: Locale): Promise<void> {
  const t = words(locale);
  await startClaim(page, locale);
  await answerQuestions(page, locale);
  await nameParties(page, locale);
  await uploadClaim(page, locale);
  await saveAndContinue(page, locale, 'claim.review.title');
  await expect(page.getByText(t('claim.review.missingHeading'))).toHaveCount(0);
}

/** The same over HTTP: for journeys that are about what comes after. @returns the draft's reference */
export async function prepareClaim(page: Page, locale: Locale, answers: Answers = {}): Promise<string> {
  const t = words(locale);
  const { buffer, mimeType } = await claimFile();
  const claim = new File([buffer], 'My claim.pdf', { type: mimeType });
  const draft = await prepareDraft(await visitorOf(page), claim, answers);
  await page.goto(t.path('/claims/[draft]/review', { draft }));
  await expect(page.getByText(t('claim.review.missingHeading'))).toHaveCount(0);
  return draft;
}

/** Waits on the confirmation page while a machine under load takes longer than a request waits; the worker then issues the claim. */
export async function untilIssued(page: Page, locale: Locale): Promise<void> {
  await expect(page).toHaveURL(/R-[0-9A-Z]{4}-[0-9A-Z]{4}\/confirmation$/);
  const issuing = page.getByText(words(locale)('standing.issuing.heading'));
  while ((await issuing.count()) > 0) {
    await page.waitForTimeout(500);
    await page.reload();
  }
}

/** Certifies and submits; ends on the confirmation page. @returns the filing's reference */
export async function certifyAndSubmit(page: Page, locale: Locale): Promise<string> {
  const t = words(locale);
  await field(page, t('claim.review.certify')).check();
  await page.getByRole('button', { name: t('claim.review.submit') }).click();
  await untilIssued(page, locale);
  return /R-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(page.url())?.[0] ?? '';
}
