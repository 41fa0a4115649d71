import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { waitForMail } from '../../support/court/mail';
import {
  answerQuestions,
  certifyAndSubmit,
  draftOf,
  nameParties,
  startClaim,
  uploadClaim,
} from '../../support/people/claim';
import { claimFile, newFilerWithMail } from '../../support/people/filer';
import { inOne, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

for (const locale of inOne('fr')) {
  const t = words(locale);

  test(`the receipt, the deadlines and the register of a claim (${locale})`, async ({ page, court }) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'court-receipt-'));
    const person = await newFilerWithMail(page, locale, court.dataDir);
    const names = 'ᓀᐦᐃᔭᐤ W̱SÁNEĆ ʔaq̓am Łutsël 王小明 محمد 😀';
    const file = { ...(await claimFile()), name: `${names}.pdf` };
    await startClaim(page, locale);
    const draft = draftOf(page);
    await answerQuestions(page, locale);
    await nameParties(page, locale, names);
    await uploadClaim(page, locale, file);
    await page.goto(t.path('/claims/[draft]/review', { draft }));
    const reference = await certifyAndSubmit(page, locale);
    const main = page.getByRole('main');
    await expect(main).toContainText(names);
    await expect(main).toContainText(`${names}.pdf`);
    const sha256 = createHash('sha256').update(file.buffer).digest('hex');
    await expect(main).toContainText(sha256);
    await expect(main).toContainText(
      locale === 'en'
        ? /\d:\d\d:\d\d [ap]\.m\. Eastern time \(UTC−5\)/
        : /\d+\sh\s\d+\smin\s\d+\ss \(heure de l’Est, UTC−5\)/,
    );
    const mail = await waitForMail(court.dataDir, person.email, /CV-/);
    expect(mail.text).toContain(reference);
    expect(mail.text).toContain(sha256);
    expect(mail.text).toContain(`v. ${names}`);
    expect(mail.text).toContain(`${names}.pdf`);

    await page.emulateMedia({ media: 'print' });
    await expect(main).toContainText(sha256);
    await expect(page.getByRole('banner').getByRole('navigation')).toBeHidden();
    await expect(main.getByRole('button').filter({ visible: true })).toHaveCount(0);
    const address = page.getByTestId('printed-address');
    await expect(address).toHaveText(court.origin + new URL(page.url()).pathname);
    await page.emulateMedia({ media: null });
    await expect(address).toBeHidden();

    const receipt = await page.request.get(`/api/receipts/${reference}`);
    const pdf = path.join(folder, 'receipt.pdf');
    writeFileSync(pdf, await receipt.body());
    const text = execFileSync('pdftotext', ['-enc', 'UTF-8', pdf, '-'], { encoding: 'utf8' });
    expect(text).toContain(reference);
    for (const name of names.split(' ')) expect(text.normalize('NFC').split(name).length - 1).toBe(2);
    expect(text).not.toContain('?');
    expect(execFileSync('pdfsig', ['-nocert', pdf], { encoding: 'utf8' })).toContain('Signature is Valid');

    const deadlines = await page.request.get(`/api/deadlines/${reference}?locale=${locale}`);
    expect(deadlines.headers()['content-type']).toContain('text/calendar');
    expect((await deadlines.text()).replace(/\r\n /g, '')).toContain(names);
    // Six months after Monday, November 23, 2026 is a Sunday, and the Monday after it is May 24, Victoria Day.
    expect(await deadlines.text()).toContain('DTSTART;VALUE=DATE:20270525');
    await expect(main).toContainText(locale === 'en' ? 'Tuesday, May 25, 2027' : 'mardi 25 mai 2027');

    await page.goto(t.path('/court-register'));
    await expect(main).toContainText(locale === 'en' ? 'Nov 23, 2026' : '23 nov. 2026');
    const register = path.join(folder, 'register.ndjson');
    writeFileSync(register, await (await page.request.get('/api/register')).body());
    const walked = execFileSync(
      process.execPath,
      ['--import', 'tsx', 'lib/cli.ts', 'verify-register', register],
      {
        encoding: 'utf8',
      },
    );
    const root = /root ([0-9a-f]{64})/.exec(walked)?.[1] ?? '';
    await expect(main).toContainText(root);

    await page.context().clearCookies();
    expect((await page.request.get(`/api/receipts/${reference}`)).status()).toBe(404);
    expect((await page.request.get(`/api/deadlines/${reference}`)).status()).toBe(404);
    rmSync(folder, { recursive: true });
  });
}
