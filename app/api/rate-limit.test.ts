import { expect, it } from 'vitest';
import { tooOften } from '@/app/api/rate-limit';
import { MustWait } from '@/lib/data/access/errors';

const sent = (headers: Record<string, string>) =>
  new Request('http://localhost:3000/api/documents', { method: 'POST', headers });

it('tells a program when to come again', async () => {
  const answer = tooOften(sent({ accept: '*/*' }), new MustWait(184.2));
  expect(answer.status).toBe(429);
  expect(answer.headers.get('retry-after')).toBe('185');
  expect(await answer.json()).toEqual({
    message: 'tooManyTries',
    en: expect.stringContaining('Try again in 4 minutes.'),
    fr: expect.stringContaining('Essayez de nouveau dans 4 minutes.'),
  });
});

it('tells a person in both languages, with the way back to the page and to no other site', async () => {
  const form = { accept: 'text/html,application/xhtml+xml' };
  const page = 'http://localhost:3000/fr/verifier?a=1&b="><script>';
  const ours = await tooOften(sent({ ...form, referer: page }), new MustWait(30)).text();
  expect(ours).toContain('Try again in 1 minute.');
  expect(ours).toContain('Essayez de nouveau dans 1 minute.');
  expect(ours).toContain('<a href="http://localhost:3000/fr/verifier?a=1&#38;b=');
  expect(ours).not.toContain('<script>');
  const elsewhere = await tooOften(
    sent({ ...form, referer: 'https://evil.example/' }),
    new MustWait(30),
  ).text();
  expect(elsewhere).not.toContain('<a');
});

it('says that a crowd is one', async () => {
  const answer = tooOften(sent({}), new MustWait(5, 'busy'));
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await answer.json()).toMatchObject({ message: 'busy' });
});
