import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type postgres from 'postgres';
import type { CourtServer } from '../court/server';
import { type Authenticator, giveCode, setUpAuthenticator } from './authenticator';
import { fillSignUp, signUp } from './filer';
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

const made = new Map<string, Person & { app: Authenticator }>();

/** Signs the page in as the court's administrator, in two steps; the first time made by the one-time link, and led to set the second step up. */
export async function becomeAdministrator(
  page: Page,
  court: CourtServer,
  locale: Locale = 'en',
): Promise<void> {
  const t = words(locale);
  const person = made.get(court.dataDir);
  if (person) {
    await page.goto(t.path('/sign-in'));
    await page.getByLabel(t('signIn.oneKeyId'), { exact: true }).fill(person.oneKeyId);
    await page.getByLabel(t('signIn.password'), { exact: true }).fill(person.password);
    await page.getByRole('button', { name: t('signIn.signIn'), exact: true }).click();
    await giveCode(page, locale, person.app);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('services.title'));
  } else {
    const first = newPerson();
    await page.goto(firstAdministratorLink(court));
    await expect(page).toHaveURL(/\/en\/admin\/first$/);
    await fillSignUp(page, 'en', first);
    await page.getByRole('button', { name: words('en')('adminFirst.create') }).click();
    await expect(page.getByRole('main')).toContainText(words('en')('twoStep.required.words'));
    const { app } = await setUpAuthenticator(page, 'en');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('en')('adminToday.title'));
    made.set(court.dataDir, { ...first, app });
  }
  await page.goto(t.path('/admin'));
}
