import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { waitForMail } from '../../support/court/mail';
import type { CourtServer } from '../../support/court/server';
import { certifyAndSubmit, prepareClaim } from '../../support/people/claim';
import { claimFile, newFilerWithMail } from '../../support/people/filer';
import { inOne, type Locale, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

type Issued = { fileNumber: string; code: string; sealed: Buffer; original: Buffer; mail: string };

const number = /CV-26-\d{8}-0000/;
const spaced = /[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}/;

/** A claim that the court issued, as its filer knows it: by its transaction page, its downloads and the e-mail. */
async function issueClaim(page: Page, court: CourtServer, locale: Locale): Promise<Issued> {
  const t = words(locale);
  const person = await newFilerWithMail(page, locale, court.dataDir);
  await prepareClaim(page, locale);
  const reference = await certifyAndSubmit(page, locale);
  await page.goto(t.path('/transactions/[reference]', { reference }));
  const main = page.getByRole('main');
  const text = (await main.textContent()) ?? '';
  const download = async (stage: string) => {
    const link = main.getByRole('link').filter({ hasText: t(`downloads.${stage}`) });
    return (await page.request.get((await link.getAttribute('href')) ?? '')).body();
  };
  return {
    fileNumber: number.exec(text)?.[0] ?? '',
    code: spaced.exec(text)?.[0] ?? '',
    sealed: await download('sealed'),
    original: await download('uploaded'),
    mail: (await waitForMail(court.dataDir, person.email, number)).text ?? '',
  };
}

const pdf = (buffer: Buffer) => ({ name: 'Received <b>.pdf', mimeType: 'application/pdf', buffer });

/** The sealed file with one byte changed, in the part that was there before the seal. */
function flipped({ sealed, original }: Issued): Buffer {
  const changed = Buffer.from(sealed);
  const at = Math.floor(original.length / 2);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}

/** Chooses the file; without JavaScript it is then sent by the form's button. */
async function check(page: Page, locale: Locale, bytes: Buffer): Promise<void> {
  const t = words(locale);
  await page.getByLabel(t('verify.file.label')).setInputFiles(pdf(bytes));
  const send = page.getByRole('button', { name: t('verify.file.check') });
  if (await send.isVisible()) await send.click();
}

async function lookUp(page: Page, locale: Locale, fileNumber: string, code: string): Promise<void> {
  const t = words(locale);
  await page.getByLabel(t('verify.number.fileNumber')).fill(fileNumber);
  await page.getByLabel(t('verify.number.code')).fill(code);
  await page.getByRole('button', { name: t('verify.number.check') }).click();
}

const answer = (page: Page) => page.locator('#result');

let addresses = 0;

/** Each journey comes from an address of its own: 30 checks in a minute are allowed to one. */
test.use({
  extraHTTPHeaders: async ({ locale: _ }, use) => {
    addresses += 1;
    await use({ 'x-forwarded-for': `192.0.2.${addresses}` });
  },
});

for (const locale of inOne('fr')) {
  const t = words(locale);
  const heading = (result: string) => t(`verify.answer.${result}.heading`);

  test(`anyone checks an issued document: by file, by number and code, by QR code (${locale})`, async ({
    page,
    browser,
    court,
  }) => {
    const issued = await issueClaim(page, court, locale);
    expect(issued.mail).toContain(issued.code);
    expect(issued.mail).toContain(`${court.origin}/v/${issued.code.replaceAll('-', '')}`);

    const visitor = await (await browser.newContext({ baseURL: court.origin })).newPage();
    const sent: string[] = [];
    visitor.on('request', (request) => sent.push(request.postDataBuffer()?.toString('latin1') ?? ''));
    await visitor.goto(t.path('/'));
    await visitor
      .getByRole('contentinfo')
      .getByRole('link', { name: t('frame.verify') })
      .click();
    await expect(visitor.getByText(t('verify.file.staysHere'))).toBeVisible();

    await check(visitor, locale, issued.sealed);
    await expect(answer(visitor)).toHaveText(heading('unchanged'));
    await expect(answer(visitor)).toBeFocused();
    const main = visitor.getByRole('main');
    for (const fact of [issued.fileNumber, 'Barrie', t('documentType.form-14a')])
      await expect(main).toContainText(fact);
    await expect(main).not.toContainText(/Tremblay|Northern Elevator/);
    expect(visitor.url()).not.toMatch(/[0-9a-f]{64}|CV-26/);

    await check(visitor, locale, flipped(issued));
    await expect(answer(visitor)).toHaveText(heading('differs'));
    await expect(answer(visitor)).toBeFocused();
    await expect(main).toContainText(issued.fileNumber);
    await check(visitor, locale, issued.original);
    await expect(answer(visitor)).toHaveText(heading('unknown'));
    await expect(main).toContainText(t('verify.answer.unknownPlain'));
    await lookUp(visitor, locale, issued.fileNumber.toLowerCase(), issued.code.toLowerCase());
    await expect(answer(visitor)).toHaveText(heading('differs'));
    expect(sent.join()).not.toContain('%PDF');

    await visitor.getByRole('link', { name: t('verify.answer.another') }).click();
    await expect(answer(visitor)).toHaveCount(0);
    await lookUp(visitor, locale, issued.fileNumber, issued.code.replaceAll('-', ' '));
    await expect(answer(visitor)).toHaveText(heading('recorded'));
    await expect(answer(visitor)).toBeFocused();
    const near = `${issued.code.slice(0, -1)}${issued.code.endsWith('0') ? '1' : '0'}`;
    await lookUp(visitor, locale, issued.fileNumber, near);
    await expect(answer(visitor)).toHaveText(heading('unknown'));
    await expect(visitor.getByLabel(t('verify.number.code'))).toHaveValue(near);
    expect(court.output()).not.toContain(issued.code.replaceAll('-', ''));
    await visitor.context().close();
  });

  test(`the address of the QR code goes to the visitor's language (${locale})`, async ({
    page,
    browser,
    court,
  }) => {
    const issued = await issueClaim(page, court, locale);
    const code = issued.code.replaceAll('-', '');
    const context = await browser.newContext({ baseURL: court.origin, locale: `${locale}-CA` });
    const visitor = await context.newPage();
    await visitor.goto(`/v/${code}`);
    await expect(visitor).toHaveURL(court.origin + t.path('/verify/[code]', { code }));
    await expect(answer(visitor)).toHaveText(heading('recorded'));
    await expect(visitor.getByRole('main')).toContainText(issued.fileNumber);
    await expect(visitor.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
    await visitor.goto(`/v/${code.slice(1)}${code.startsWith('0') ? '1' : '0'}`);
    await expect(answer(visitor)).toHaveText(heading('unknown'));
    await context.close();
  });

  test.describe(`without JavaScript (${locale})`, () => {
    test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });

    test('the form posts the file, at 320 pixels', async ({ page, court }) => {
      const issued = await issueClaim(page, court, locale);
      await page.context().clearCookies();
      await page.goto(t.path('/verify'));
      await expect(page.getByText(t('verify.file.isSent'))).toBeVisible();
      const asked: [Buffer, string][] = [
        [issued.sealed, 'unchanged'],
        [flipped(issued), 'differs'],
        [(await claimFile()).buffer, 'unknown'],
      ];
      for (const [bytes, result] of asked) {
        await check(page, locale, bytes);
        await expect(answer(page)).toHaveText(heading(result));
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBeLessThanOrEqual(320);
      }
      await lookUp(page, locale, issued.fileNumber, issued.code);
      await expect(answer(page)).toHaveText(heading('differs'));
      await page.goto(t.path('/verify'));
      await check(page, locale, Buffer.from('\x89PNG\r\n', 'latin1'));
      await expect(page.getByRole('alert').filter({ hasText: t('refusal.image') })).toBeVisible();
      await page.getByRole('button', { name: t('verify.file.check') }).click();
      await expect(page.getByRole('alert').filter({ hasText: t('errors.chooseFile') })).toBeVisible();
      await page.getByRole('button', { name: t('verify.number.check') }).click();
      await expect(page.getByTestId('error-summary')).toContainText(t('errors.enterCode'));
    });
  });
}

test('a file is dropped, and the next one too', async ({ page }) => {
  const t = words('en');
  await page.goto('/en/verify');
  const zone = page.getByText(t('verify.file.drop'));
  await expect(zone).toBeVisible();
  for (const words of ['first', 'second']) {
    const dropped = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([`%PDF-1.7 ${text}`], 'dropped.pdf', { type: 'application/pdf' }));
      return transfer;
    }, words);
    const before = await page.locator('main code').allTextContents();
    await zone.dispatchEvent('drop', { dataTransfer: dropped });
    await expect(answer(page)).toBeFocused();
    await expect.poll(() => page.locator('main code').allTextContents()).not.toEqual(before);
  }
});

test('what is no PDF is named for what it is, though the browser calls it one', async ({ page }) => {
  const t = words('en');
  await page.goto('/en/verify');
  await expect(page.getByText(t('verify.file.drop'))).toBeVisible();
  await check(page, 'en', Buffer.from('<!doctype html><title>claim.pdf</title>'));
  const alert = page.getByRole('alert').filter({ hasText: t('refusal.web-page') });
  await expect(alert).toContainText(t('errors.onlyIssuedPdf'));
  await expect(answer(page)).toHaveCount(0);
});

test('where the browser cannot compute a fingerprint, the form posts the file', async ({ page }) => {
  const t = words('en');
  await page.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
  await page.goto('/en/verify');
  await expect(page.getByText(t('verify.file.isSent'))).toBeVisible();
  const posted = page.waitForRequest((request) => request.url().includes('/api/verify'));
  await check(page, 'en', (await claimFile()).buffer);
  await posted;
  await expect(answer(page)).toHaveText(t('verify.answer.unknown.heading'));
});

test('whoever asks very often is told to wait, and in plain words', async ({ page, request }) => {
  for (let times = 0; times < 30; times += 1) await request.get('/en/verify/0000000000000000');
  await page.goto('/en/verify/0000000000000000');
  await expect(answer(page)).toHaveText(words('en')('verify.answer.tooMany.heading'));
});

test('the authority of the seal is there to be trusted', async ({ page, court }) => {
  await page.goto('/en/verify');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: words('en')('verify.signature.download') }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('court-authority.crt');
  const authority = new X509Certificate(readFileSync(await file.path()));
  expect(authority.ca).toBe(true);
  await expect(page.getByRole('main')).toContainText(authority.fingerprint256);
  const pem = await page.request.get(`${court.origin}/api/authority?form=pem`);
  expect(new X509Certificate(await pem.body()).fingerprint256).toBe(authority.fingerprint256);
});
