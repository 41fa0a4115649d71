import { randomBytes } from 'node:crypto';
import { signedReport } from '../../../lib/testing/mail/report';
import { startResend } from '../../support/court/resend';
import { certifyAndSubmit, prepareClaim } from '../../support/people/claim';
import { confirmByLink } from '../../support/people/claimant';
import { newFiler } from '../../support/people/filer';
import { becomeAdministrator } from '../../support/people/staff';
import { visitorOf } from '../../support/people/visitor';
import { words } from '../../support/people/words';
import { expect, test } from '../../support/test';

test('an issued claim whose e-mail came back is sent to another address (French; staff in English)', async ({
  browser,
  startCourt,
}) => {
  const [t, english] = [words('fr'), words('en')];
  const [resend, secret] = [await startResend(), randomBytes(24).toString('base64')];
  const provider = { RESEND_API_KEY: 're_test', RESEND_BASE_URL: resend.url };
  const env = { ...provider, RESEND_WEBHOOK_SECRET: `whsec_${secret}` };
  const court = await startCourt({ clock: '2026-11-23T15:00:00.000Z', env });
  const open = async () => (await browser.newContext({ baseURL: court.origin })).newPage();
  const [page, staff] = [await open(), await open()];
  const main = page.getByRole('main');
  const person = await newFiler(page, 'fr');
  const confirm = async (address: string) => {
    const asking = () => resend.accepted.find(({ to, link }) => to === address && link);
    await expect.poll(asking).toBeDefined();
    await confirmByLink(await visitorOf(page), asking()?.link ?? '');
  };
  await confirm(person.email);
  await prepareClaim(page, 'fr');
  const reference = await certifyAndSubmit(page, 'fr');
  const issuedTo = (address: string) =>
    resend.accepted.find(({ to, attachments }) => to === address && attachments.length === 1);
  await expect.poll(() => issuedTo(person.email)).toBeDefined();
  const first = issuedTo(person.email);

  const path = t.path('/transactions/[reference]', { reference });
  await page.goto(path);
  await expect(main).not.toContainText(t('bounced.heading'));
  const report = signedReport({ providerId: first?.id ?? '' }, secret);
  expect((await fetch(`${court.origin}/api/hooks/resend`, report)).status).toBe(200);
  await page.reload();
  const message = t('filedMail.kinds.claim-issued');
  await expect(main).toContainText(t('bounced.words', { message, email: person.email }));

  await becomeAdministrator(staff, court, 'en');
  await staff.goto(english.path('/admin/filings/[reference]', { reference }));
  await expect(staff.getByRole('main')).toContainText(english('adminEmails.states.bounced'));
  await staff
    .getByRole('link', { name: english('adminEmails.kinds.claim-issued') })
    .first()
    .click();
  await expect(staff.getByRole('main')).toContainText(english('adminEmail.reported'));

  const other = `other-${person.email}`;
  await page.getByLabel(t('bounced.email'), { exact: true }).fill(other);
  await page.getByRole('button', { name: t('bounced.again'), exact: true }).click();
  await expect(main).toContainText(t('errors.addressNotConfirmed'));
  await page.goto(t.path('/contact-information'));
  await page.getByLabel(t('contact.email'), { exact: true }).fill(other);
  await page.getByRole('button', { name: t('contactInformation.save') }).click();
  await expect(page.getByTestId('error-summary')).toContainText(t('errors.enterCurrentPassword'));
  await page.getByLabel(t('contactInformation.currentPassword')).fill(person.password);
  await page.getByRole('button', { name: t('contactInformation.save') }).click();
  await expect(main).toContainText(t('contactInformation.saved'));
  await confirm(other);
  await page.goto(path);
  await page.getByLabel(t('bounced.email'), { exact: true }).fill(other);
  await page.getByRole('button', { name: t('bounced.again'), exact: true }).click();
  await expect(main).toContainText(t('bounced.sent'));
  await expect(main).not.toContainText(t('bounced.heading'));
  await expect.poll(() => issuedTo(other)?.attachments).toEqual(first?.attachments);
  await Promise.all([page.close(), staff.close(), resend.close()]);
});
