import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type postgres from 'postgres';
import type { CourtServer } from '../court/server';
import { type Authenticator, giveCode, setUpAuthenticator } from './authenticator';
import { fillSignUp, signIn, signUp } from './filer';
import { newPerson, type Person } from './person';
import { type Locale, words } from './words';

/** Signs the page in as a new registrar, in two steps. */
export async function becomeRegistrar(
  page: Page,
  court: CourtServer & { sql: postgres.Sql },
  locale: Locale,
): Promise<void> {
  const t = words(locale);
  const person = newPerson();
  await signUp(page, locale, person);
  await court.sql`update users set role = 'registrar' where one_key_id = ${person.oneKeyId}`;
  await page.goto(t.path('/admin'));
  await setUpAuthenticator(page, locale);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('adminToday.title'));
}

/** The one-time link that lies in the server's data folder. */
export function firstAdministratorLink(court: CourtServer): string {
  return readFileSync(path.join(court.dataDir, 'first-administrator.url'), 'utf8').trim();
}

/** The court's administrator, and the session of the last sign-in in two steps: a code of the app counts once in half a minute. */
type Administrator = Person & { app: Authenticator; cookies: Cookies; since: number };
type Cookies = Awaited<ReturnType<ReturnType<Page['context']>['cookies']>>;

const made = new Map<string, Administrator>();

/** A sign-in counts for ten minutes where a factor is asked for; a journey is over in less than half. */
const reusedMs = 5 * 60_000;

/** Whether the page is signed in by the session of the last sign-in. */
async function goesOn(page: Page, { cookies, since }: Administrator, locale: Locale): Promise<boolean> {
  if (Date.now() - since > reusedMs) return false;
  await page.context().addCookies(cookies);
  await page.goto(words(locale).path('/admin'));
  return new URL(page.url()).pathname === words(locale).path('/admin');
}

/** Signs the page in as the court's administrator, in two steps; the first time made by the one-time link, and led to set the second step up. */
export async function becomeAdministrator(
  page: Page,
  court: CourtServer,
  locale: Locale = 'en',
): Promise<void> {
  const t = words(locale);
  const known = made.get(court.dataDir);
  if (known && (await goesOn(page, known, locale))) return;
  const person = known ? await signInAgain(page, known, locale) : await makeAdministrator(page, court);
  made.set(court.dataDir, { ...person, cookies: await page.context().cookies(), since: Date.now() });
  await page.goto(t.path('/admin'));
}

async function signInAgain(page: Page, person: Administrator, locale: Locale): Promise<Administrator> {
  await page.goto(words(locale).path('/sign-in'));
  await signIn(page, locale, person);
  await giveCode(page, locale, person.app);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words(locale)('services.title'));
  return person;
}

async function makeAdministrator(page: Page, court: CourtServer): Promise<Person & { app: Authenticator }> {
  const t = words('en');
  const first = newPerson();
  await page.goto(firstAdministratorLink(court));
  await expect(page).toHaveURL(/\/en\/admin\/first$/);
  await fillSignUp(page, 'en', first);
  await page.getByRole('button', { name: t('adminFirst.create') }).click();
  await expect(page.getByRole('main')).toContainText(t('twoStep.required.words'));
  const { app } = await setUpAuthenticator(page, 'en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('adminToday.title'));
  return { ...first, app };
}
