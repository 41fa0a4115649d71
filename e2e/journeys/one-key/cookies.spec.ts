import { signUp } from '../../support/people/filer';
import { newPerson } from '../../support/people/person';
import { Visitor } from '../../support/people/visitor';
import { expect, test } from '../../support/test';

const host = 'claims.example.org';

/** Signs somebody in over plain HTTP, as a front server passes it on, at a server that says that people reach it by https. @returns each Set-Cookie line */
async function cookiesOf(origin: string): Promise<string[]> {
  const person = newPerson();
  const visitor = new Visitor(origin, {
    origin: `https://${host}`,
    'x-forwarded-host': host,
    'x-forwarded-proto': 'https',
  });
  const signUpPage = await visitor.get('/en/sign-up');
  const questions = [1, 2, 3].map((n) => [
    `question${n}`,
    ['firstPet', 'birthCity', 'firstSchool'][n - 1] ?? '',
  ]);
  const answers = [1, 2, 3].map((n) => [`answer${n}`, person.answers[n - 1] ?? '']);
  await visitor.submit(signUpPage, 'oneKeyId', {
    oneKeyId: person.oneKeyId,
    password: person.password,
    confirmPassword: person.password,
    acceptTerms: 'on',
    email: person.email,
    ...Object.fromEntries([...questions, ...answers]),
  });
  const services = await visitor.get('/en/services');
  expect(services.html).toContain('All Services from A to Z');
  return visitor.setCookies;
}

test('under https every cookie is of this host alone, Secure, HttpOnly and SameSite', async ({
  startCourt,
}) => {
  const court = await startCourt({ env: { PUBLIC_ORIGIN: `https://${host}` } });
  const lines = await cookiesOf(court.origin);
  const names = lines.map((line) => line.slice(0, line.indexOf('=')));
  expect(names).toContain('__Host-session');
  for (const line of lines) {
    expect(line, line).toMatch(/;\s*secure/i);
    expect(line, line).toMatch(/;\s*samesite=lax/i);
    expect(line, line).toMatch(/;\s*httponly/i);
    expect(line, line).toMatch(/^__Host-/);
  }
});

test('the session cookie tells nothing, no cookie names the person, and signing in makes a new one', async ({
  page,
  context,
  court,
}) => {
  const person = newPerson();
  await signUp(page, 'en', person);
  const before = await context.cookies();
  const session = before.find(({ name }) => name === 'session');
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  for (const { value } of before)
    for (const personal of [person.oneKeyId, person.email, person.answers[0]])
      expect(decodeURIComponent(value)).not.toContain(personal);
  // The callback cookie of the sign-in library holds the root of this site and no page that was open.
  const callback = before.find(({ name }) => name === 'callback-url');
  expect(decodeURIComponent(callback?.value ?? '/')).toMatch(/^(https?:\/\/[^/]+)?\/?$/);

  await page.goto('/en/services');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/en$/);
  // Somebody puts an id of theirs into the browser before the person signs in: it is not kept.
  const planted = session?.value ?? '';
  await context.addCookies([{ name: 'session', value: planted, url: court.origin }]);
  await page.goto('/en/services');
  await expect(page).toHaveURL(/sign-in/);
  await page.getByLabel('ONE-key ID:').fill(person.oneKeyId);
  await page.getByLabel('Password:', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All Services from A to Z');
  const after = (await context.cookies()).find(({ name }) => name === 'session');
  expect(after?.value).toBeTruthy();
  expect(after?.value).not.toBe(planted);
  await context.addCookies([{ name: 'session', value: planted, url: court.origin }]);
  await page.goto('/en/services');
  await expect(page).toHaveURL(/sign-in/);
});
