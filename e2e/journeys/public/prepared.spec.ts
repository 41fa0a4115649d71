import { preparedPages } from '../../../lib/web/prepared/pages';
import { newDatabase } from '../../support/court/postgres';
import { newFiler } from '../../support/people/filer';
import { type Locale, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

type PathName = keyof typeof preparedPages;
const all = Object.entries(preparedPages) as [PathName, NonNullable<(typeof preparedPages)[PathName]>][];
const locales: Locale[] = ['en', 'fr'];

/** A Monday in Toronto: a second before the offices close, when they do, and the seconds about midnight. */
const beforeClosing = '2026-11-23T21:59:59.000Z';
const closing = '2026-11-23T22:00:00.000Z';
const beforeMidnight = '2026-11-24T04:59:59.000Z';
const midnight = '2026-11-24T05:00:00.000Z';
const dates = {
  monday: { en: 'Monday, November 23, 2026', fr: 'lundi 23 novembre 2026' },
  tuesday: { en: 'Tuesday, November 24, 2026', fr: 'mardi 24 novembre 2026' },
  wednesday: { en: 'Wednesday, November 25, 2026', fr: 'mercredi 25 novembre 2026' },
};
type Day = keyof typeof dates;

for (const locale of locales) {
  const t = words(locale);

  test(`pages without anything interactive need no script: they and their links work (${locale})`, async ({
    page,
    context,
  }) => {
    const links = new Set<string>();
    for (const [name, { scripts }] of all.filter(([, kind]) => kind.scripts !== 'framework')) {
      const path = t.path(name);
      const answer = await page.goto(path);
      expect(answer?.headers()['cache-control'], path).toMatch(/^public/);
      await expect(page.locator('h1'), path).toHaveCount(1);
      const sources = await page.locator('script').evaluateAll((found) => found.map((one) => one.outerHTML));
      expect(sources, path).toEqual(
        scripts === 'promise' ? [expect.stringContaining('src="/date-promise.js"')] : [],
      );
      const found = await page
        .locator('a[href^="/"]')
        .evaluateAll((anchors) => anchors.map((anchor) => (anchor as HTMLAnchorElement).pathname));
      for (const link of found) links.add(link);
      expect(await page.locator('main form[method=post]').count(), path).toBe(0);
    }
    expect(links.size).toBeGreaterThan(12);
    for (const link of links) expect((await page.request.get(link)).status(), link).toBe(200);
    expect(await context.cookies()).toEqual([]);
  });

  test(`questions are asked and answered on a page without scripts (${locale})`, async ({ page }) => {
    await page.goto(t.path('/right-place'));
    // The answer has scripts, which put its address without the empty question in the place of this one.
    const asked = page.waitForURL(/\/(right-place|bon-endroit)\?$/, { waitUntil: 'commit' });
    await page.getByRole('button', { name: t('rightPlace.tell') }).click();
    await asked;
    await page.goto(t.path('/right-place'));
    await page.getByRole('radio').first().check();
    await page.getByRole('button', { name: t('rightPlace.tell') }).click();
    await expect(page.getByRole('main')).toContainText(t('rightPlace.unanswered'));
  });

  test(`pages with a form run their own scripts by their hashes, and nothing else (${locale})`, async ({
    page,
  }) => {
    for (const [name] of all.filter(([, kind]) => kind.scripts === 'framework')) {
      const answer = await page.goto(t.path(name));
      const policy = answer?.headers()['content-security-policy'] ?? '';
      expect(policy, name).toMatch(/script-src 'self'( 'sha256-[^']+')+;/);
      expect(policy, name).not.toMatch(/nonce|unsafe|strict-dynamic/);
    }
    await page.goto(t.path('/sign-in'));
    await page.getByRole('button', { name: t('signIn.signIn'), exact: true }).click();
    await expect(page.getByTestId('error-summary')).toBeFocused();
    await expect(page.getByRole('button', { name: t('common.showPassword') })).toBeVisible();
  });
}

test('who is signed in is sent on from the page to sign in, and reads the public pages', async ({ page }) => {
  await newFiler(page, 'en');
  await page.goto('/en/help');
  await page.goto('/en/sign-in');
  await expect(page).toHaveURL(/\/en\/account$/);
});

/** Which days the home page of a court promises now, in each language. */
async function promised(origin: string): Promise<Day[]> {
  const pages = await Promise.all(
    locales.map(async (locale) =>
      (await fetch(`${origin}/${locale}`)).text().then((text) => ({ locale, text })),
    ),
  );
  return pages.map(({ locale, text }) => {
    const promise = /data-promise="date"[^>]*>([^<]*)/.exec(text)?.[1] ?? '';
    return (Object.keys(dates) as Day[]).find((day) => promise.includes(dates[day][locale])) as Day;
  });
}

test('no home page promises a wrong date at the closing, at midnight, or once another process took a closure', async ({
  startCourt,
  standingClock,
}) => {
  const url = await newDatabase();
  standingClock.moveTo(beforeClosing);
  const settings = { clock: standingClock.setting, env: url ? { DATABASE_URL: url } : {} };
  const first = await startCourt(settings);
  // Two processes of one court, with the same secrets; of the embedded database there is one alone.
  const courts = [first, ...(url ? [await startCourt({ ...settings, dataDir: first.dataDir })] : [])];
  const promise = async (day: Day) => {
    for (const { origin } of courts) expect(await promised(origin)).toEqual([day, day]);
  };
  await promise('monday');
  standingClock.moveTo(closing);
  await promise('tuesday');
  standingClock.moveTo(beforeMidnight);
  await promise('tuesday');
  standingClock.moveTo(midnight);
  await promise('wednesday');
  standingClock.moveTo(beforeMidnight);
  await promise('tuesday');
  if (!url) return;
  const { default: postgres } = await import('postgres');
  const sql = postgres(url, { max: 1 });
  await sql`insert into closures ("on", name_en, name_fr) values ('2026-11-24', 'Storm', 'Tempête')`;
  await sql.end();
  await new Promise((later) => setTimeout(later, 1_000));
  await promise('wednesday');
});
