import type { Locator, Page } from '@playwright/test';
import { mailsTo, waitForMail } from '../../support/court/mail';
import { certifyAndSubmit, draftOf, fillClaim, untilIssued } from '../../support/people/claim';
import {
  claimFile,
  confirmEmail,
  fillSignUp,
  registerFiler,
  registerForJustice,
  signUp,
} from '../../support/people/filer';
import { newPerson } from '../../support/people/person';
import { tabTo } from '../../support/people/tab-to';
import { inOne, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

const number = /CV-26-\d{8}-0000/;

/** As without any configuration. */
test.use({ isEmbedded: true });

for (const locale of inOne('en')) {
  const t = words(locale);

  test.describe(`without JavaScript (${locale})`, () => {
    test.use({ javaScriptEnabled: false });

    test('from registration to the issued claim, which is mailed once the address is confirmed', async ({
      page,
      court,
    }) => {
      const person = await registerFiler(page, locale);
      await fillClaim(page, locale);
      await certifyAndSubmit(page, locale);
      await expect(page.getByRole('main')).toContainText(number);
      await expect(page.getByRole('main')).toContainText(t('unconfirmedEmail.contact'));
      const receipt = page.url();
      expect(await mailsTo(court.dataDir, person.email)).toHaveLength(1);
      await confirmEmail(page, locale, court, person.email);
      expect((await waitForMail(court.dataDir, person.email, number)).attachments).toHaveLength(1);
      await page.goto(receipt);
      await expect(page.getByRole('main')).not.toContainText(t('unconfirmedEmail.contact'));
      await page.getByRole('button', { name: t('frame.exit') }).click();
      await page.goto(t.path('/account'));
      await expect(page).toHaveURL(new RegExp(t.path('/sign-in')));
    });
  });
}

for (const locale of inOne('fr')) {
  const t = words(locale);

  test.describe(`at 320 pixels (${locale})`, () => {
    test.use({ viewport: { width: 320, height: 640 } });

    test('from registration to the issued claim, and no page scrolls sideways', async ({ page }) => {
      const seen = new Set<string>([
        t.path('/'),
        t.path('/transactions'),
        t.path('/drafts'),
        t.path('/privacy'),
      ]);
      page.on('framenavigated', (frame) => frame === page.mainFrame() && seen.add(frame.url()));
      await registerFiler(page, locale);
      await fillClaim(page, locale);
      await certifyAndSubmit(page, locale);
      await expect(page.getByRole('main')).toContainText(number);
      expect(seen.size).toBeGreaterThan(15);
      for (const path of seen) {
        await page.goto(path);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width, path).toBeLessThanOrEqual(320);
      }
    });
  });
}

/** A person who uses the keyboard alone. */
function keyboard(page: Page) {
  const field = (label: string) => page.getByLabel(label, { exact: true });
  return {
    type: async (label: string, text: string) => {
      await tabTo(page, field(label));
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
    },
    tick: async (label: string) => {
      await tabTo(page, field(label));
      await page.keyboard.press('Space');
    },
    /** The first of a group is reached by Tab; the arrows go on from there. */
    choose: async (label: string) => {
      const wanted = page.getByRole('radio', { name: label, exact: true });
      const group = wanted.locator('xpath=ancestor::fieldset[1]');
      const chosen = group.locator('input:checked');
      const start = (await chosen.count()) > 0 ? chosen : group.getByRole('radio').first();
      await tabTo(page, start);
      await page.keyboard.press('Space');
      for (let step = 0; step < 40 && !(await wanted.isChecked()); step += 1)
        await page.keyboard.press('ArrowDown');
      await expect(wanted).toBeChecked();
    },
    select: async (label: string, start: string) => {
      await tabTo(page, field(label));
      await page.keyboard.type(start);
    },
    press: async (control: Locator, title: string) => {
      await tabTo(page, control);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    },
  };
}

test('from signing in to the issued claim by keyboard alone', async ({ page }) => {
  const t = words('en');
  const person = newPerson();
  await signUp(page, 'en', person);
  await registerForJustice(page, 'en', person);
  await page.context().clearCookies();
  const by = keyboard(page);
  const next = page.getByRole('button', { name: t('claim.saveAndContinue') });
  await page.goto('/en/sign-in');
  await by.type('ONE-key ID:', person.oneKeyId);
  await by.type('Password:', person.password);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/en\/(account|services)$/);
  await page.goto('/en/account');
  await by.press(page.getByRole('button', { name: 'Start' }), t('claim.start.title'));
  await page.goto(`/en/claims/${draftOf(page)}/type`);
  await by.choose(t('documentType.form-14a'));
  await by.press(next, t('claim.court.title'));
  await by.select(t('claim.court.court'), 'Barrie');
  await by.press(next, t('claim.nature.title'));
  await by.choose(t('nature.contract'));
  await by.press(next, t('claim.procedure.title'));
  await by.choose(t('claim.procedure.procedures.ordinary'));
  await by.choose(t('claim.procedure.classes.no'));
  await by.press(next, t('claim.language.title'));
  await by.choose(t('claim.language.languages.english'));
  await by.press(next, t('claim.plaintiffs.person.title'));
  await by.choose(t('claim.party.kinds.person'));
  await by.choose(t('representation.self'));
  await by.press(next, t('claim.plaintiffs.title'));
  await by.press(next, t('claim.defendants.person.title'));
  await by.choose(t('claim.party.kinds.person'));
  await by.type(t('claim.party.lastName'), 'Roy');
  await by.type(t('claim.party.firstName'), 'Max');
  await by.tick(t('claim.party.addressUnknown'));
  await by.choose(t('representation.unknown'));
  await by.press(next, t('claim.defendants.title'));
  await by.press(next, t('claim.documents.title'));
  const file = await claimFile();
  // While a busy page still starts, the first Enter may go nowhere.
  await expect(async () => {
    await tabTo(page, page.locator('input[type=file]').first());
    const chooser = page.waitForEvent('filechooser', { timeout: 3_000 });
    await page.keyboard.press('Enter');
    await (await chooser).setFiles(file);
  }).toPass();
  const upload = page.getByRole('button', { name: t('claim.documents.upload') }).first();
  if (await upload.isVisible()) {
    await tabTo(page, upload);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('main')).toContainText(t('claim.documents.uploaded'));
  await by.press(next, t('claim.review.title'));
  await by.tick(t('claim.review.certify'));
  await tabTo(page, page.getByRole('button', { name: t('claim.review.submit') }));
  await page.keyboard.press('Enter');
  await untilIssued(page, 'en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('confirmation.issued.form-14a'));
  await expect(page.getByRole('main')).toContainText(number);
});

test('errors at registration are reached by keyboard: the summary has the focus and leads to the field', async ({
  page,
}) => {
  await page.goto('/en/sign-up');
  await fillSignUp(page, 'en', { ...newPerson(), oneKeyId: 'short' });
  await tabTo(page, page.getByRole('button', { name: 'Sign up' }));
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('error-summary')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('* Choose your ONE-key ID:')).toBeFocused();
});
