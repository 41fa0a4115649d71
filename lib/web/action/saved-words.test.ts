import { createTranslator } from 'next-intl';
import { expect, it } from 'vitest';
import { catalogues } from '@/lib/messages/catalogue';
import { savedWords } from '@/lib/web/action/saved-words';

const at = new Date('2026-11-24T15:42:00Z');
const words = (locale: 'en' | 'fr', now: Date) =>
  savedWords(createTranslator({ locale, messages: catalogues[locale], namespace: 'claim' }), at, now, locale);

it('says in Toronto time when a draft was saved, with the day once it is past', () => {
  const today = new Date('2026-11-25T04:59:00Z');
  expect(words('en', today)).toBe('Saved 10:42 a.m.');
  expect(words('fr', today)).toBe('Enregistré à 10\u00a0h\u00a042');
  const tomorrow = new Date('2026-11-25T05:00:00Z');
  expect(words('en', tomorrow)).toBe('Saved November 24, 10:42 a.m.');
  expect(words('fr', tomorrow)).toBe('Enregistré le 24 novembre à 10\u00a0h\u00a042');
});
