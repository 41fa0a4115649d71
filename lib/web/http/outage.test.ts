import { expect, it } from 'vitest';
import { outagePage } from '@/lib/web/http/outage';

it('says in both languages that nothing is lost and when to try again, to people and programs', async () => {
  const answer = outagePage();
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60']);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const page = await answer.text();
  expect(page).toMatch(
    /<p lang="en">[^<]*Nothing that you saved or submitted is lost\. Try again in a minute\./,
  );
  expect(page).toMatch(/<p lang="fr">[^<]*Rien de ce que vous avez enregistré ou déposé n’est perdu\./);
});
