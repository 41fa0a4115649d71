import { setTimeout } from 'node:timers/promises';
import { expect, type Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { type Locale, words } from './words';

const stepMs = 30_000;
const stepNow = () => Math.floor(Date.now() / stepMs);

/** An authenticator app in memory. */
export class Authenticator {
  private lastStep = 0;
  private readonly totp: TOTP;

  constructor(key: string) {
    this.totp = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) });
  }

  /** A code that was not given before: no code counts twice, but that of the next half minute is taken already. */
  async code(): Promise<string> {
    const step = Math.max(stepNow(), this.lastStep + 1);
    while (step > stepNow() + 1) await setTimeout(500);
    this.lastStep = step;
    return this.totp.generate({ timestamp: step * stepMs });
  }
}

/** Enters a code on a page that asks for one. */
export async function giveCode(page: Page, locale: Locale, app: Authenticator): Promise<void> {
  const t = words(locale);
  await page.getByLabel(t('secondStep.code.label'), { exact: true }).fill(await app.code());
  await page.getByRole('button', { name: t('secondStep.code.send'), exact: true }).click();
}

/** The recovery codes that the page shows, which are then kept. */
export async function keepCodes(page: Page, locale: Locale): Promise<string[]> {
  const t = words(locale);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('recoveryCodes.title'));
  const codes = await page.getByTestId('recovery-codes').locator('li').allTextContents();
  await page.getByRole('button', { name: t('recoveryCodes.kept'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(t('recoveryCodes.title'));
  return codes;
}

/**
 * From Two-step verification to an authenticator app that is set up, by the key that the page shows.
 * @param isFirst whether it is the account's first second step, which brings recovery codes
 */
export async function setUpAuthenticator(
  page: Page,
  locale: Locale,
  isFirst = true,
): Promise<{ app: Authenticator; codes: string[] }> {
  const t = words(locale);
  await page.getByRole('button', { name: t('twoStep.app.setUp'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('setUpAuthenticator.title'));
  const app = new Authenticator((await page.getByTestId('setup-key').textContent()) ?? '');
  await page.getByLabel(t('setUpAuthenticator.label'), { exact: true }).fill(await app.code());
  await page.getByRole('button', { name: t('setUpAuthenticator.finish'), exact: true }).click();
  return { app, codes: isFirst ? await keepCodes(page, locale) : [] };
}
