import fc from 'fast-check';
import { badFields, badText, signUpFields } from '../../fixtures/bad-input';
import { newClaimant } from '../../support/people/claimant';
import { signIn } from '../../support/people/filer';
import { newPerson } from '../../support/people/person';
import { Visitor } from '../../support/people/visitor';
import { inOne, type Locale, words } from '../../support/people/words';
import { expect, test } from '../../support/test';

const password = 'seven green boats at noon';
const wrong = 'not the right words';

/** Visitors of this test each have an address of their own. */
let addresses = 0;
const newVisitor = (origin: string) => {
  addresses += 1;
  return new Visitor(origin, { 'x-forwarded-for': `198.51.100.${addresses % 250}` });
};

const send = async (visitor: Visitor, locale: Locale, oneKeyId: string, typed: string) =>
  visitor.submit(await visitor.get(words(locale).path('/sign-in')), 'oneKeyId', {
    oneKeyId,
    password: typed,
  });

for (const locale of inOne('fr')) {
  test(`strangers who guess have to wait on their network, and the owner does not (${locale})`, async ({
    court,
  }) => {
    const t = words(locale);
    const oneKeyId = `guessed-person-${locale}`;
    const owner = await newClaimant(court.origin, oneKeyId);
    for (const id of [oneKeyId, `nobody-${locale}`]) {
      const guesser = newVisitor(court.origin);
      for (let n = 0; n < 5; n += 1) expect((await send(guesser, locale, id, wrong)).status).toBe(200);
      const waiting = await send(guesser, locale, id, password);
      expect(waiting.status).toBe(429);
      expect(waiting.html).toContain(locale === 'en' ? 'Try again in 1 minute.' : 'nouveau dans 1 minute.');
    }
    expect((await send(newVisitor(court.origin), locale, oneKeyId, password)).path).toBe(t.path('/services'));
    owner.cookies.delete('session');
    expect((await send(owner, locale, oneKeyId, password)).path).toBe(t.path('/services'));
  });
}

test('in a browser the form stays, with the words and what was typed', async ({ page }) => {
  const person = { ...newPerson(), password: wrong };
  await page.goto('/en/sign-in');
  for (let n = 0; n < 6; n += 1) {
    await signIn(page, 'en', person);
    await expect(page.getByTestId('error-summary')).toContainText(
      n < 5 ? words('en')('errors.signInFailed') : 'Try again in 1 minute.',
    );
    await expect(page.getByLabel('Password:')).toHaveValue('');
  }
  await expect(page.getByLabel('ONE-key ID:')).toHaveValue(person.oneKeyId);
});

test('next-auth’s own endpoints are not there: each way in and out is one of ours', async ({ court }) => {
  const asked = ['csrf', 'session', 'providers', 'signin', 'signout', 'error', 'callback/credentials'];
  for (const path of asked) {
    for (const method of ['GET', 'POST']) {
      const answer = await fetch(`${court.origin}/api/auth/${path}`, {
        method,
        redirect: 'manual',
        headers: { origin: court.origin },
      });
      expect([path, method, answer.status]).toEqual([path, method, 404]);
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
  }
});

/** So many of each. */
const strange = process.env.TEST_EVERYTHING ? 100 : 20;

test('strange registrations and sign-ins are refused in words or make an account', async ({ court }) => {
  const before = court.output().length;
  const outcomes = new Set<string>();
  const check = (page: { status: number; html: string; path: string }, good: string) => {
    expect([200, 429]).toContain(page.status);
    const isDone = page.path === good;
    expect(isDone || page.html.includes('data-testid="error-summary"'), page.path).toBe(true);
    outcomes.add(`${good} ${isDone}`);
  };
  const registrations = fc.asyncProperty(badFields(signUpFields), async (typed) => {
    const visitor = newVisitor(court.origin);
    check(
      await visitor.submit(await visitor.get('/en/sign-up'), 'oneKeyId', typed),
      '/en/sign-up/confirmation',
    );
  });
  await fc.assert(registrations, { numRuns: strange, endOnFailure: true });
  const signIns = fc.asyncProperty(badText, badText, async (oneKeyId, typed) => {
    check(await send(newVisitor(court.origin), 'en', oneKeyId, typed), '/en/services');
  });
  await fc.assert(signIns, { numRuns: strange, endOnFailure: true });
  expect([...outcomes].sort()).toEqual([
    '/en/services false',
    '/en/sign-up/confirmation false',
    '/en/sign-up/confirmation true',
  ]);
  expect(court.output().slice(before)).not.toMatch(/"level":[56]0/);
});

test('a session cookie that is altered, cut, swollen, foreign or signed out opens nothing, and nothing breaks', async ({
  court,
}) => {
  const before = court.output().length;
  const visitor = await newClaimant(court.origin, 'cookie-person');
  const good = visitor.cookies.get('session') ?? '';
  const asks = async (session: string) => {
    const other = newVisitor(court.origin);
    other.cookies.set('session', session);
    return other.get('/en/account');
  };
  expect((await asks(good)).path).toBe('/en/account');
  // Encrypted as ours are, by another deployment's secret.
  const { encode } = await import('next-auth/jwt');
  const foreign = { secret: 'the secret of another deployment', salt: 'session' };
  const bad = [
    await encode({ token: { sessionId: crypto.randomUUID() }, ...foreign }),
    `${good.slice(0, -8)}AAAAAAAA`,
    good.replace(/^./, 'f'),
    good.slice(0, good.length / 2),
    good.slice(0, 10),
    'x'.repeat(7_000),
    '%00%ff',
    '....',
    '',
  ];
  for (const session of bad) {
    const page = await asks(session);
    expect([page.status, page.path], session.slice(0, 20)).toEqual([
      200,
      expect.stringMatching(/^\/en\/sign-in\?next=/),
    ]);
  }
  // The row ends with the session: the cookie that was copied before is worth nothing afterwards.
  const services = await visitor.get('/en/services');
  const exit = /name="(\$ACTION_ID_\w+)"/.exec(services.html)?.[1] ?? '';
  await visitor.submit(services, exit, {});
  expect((await asks(good)).path).toMatch(/^\/en\/sign-in\?next=/);
  expect(court.output().slice(before)).not.toMatch(/"level":[56]0/);
});
