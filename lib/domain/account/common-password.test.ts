import { dictionary } from '@zxcvbn-ts/language-common';
import { expect, it } from 'vitest';
import { isCommonPassword } from '@/lib/domain/account/common-password';

it.each([
  ['on the list', ['1q2w3e4r5t6y7u8i9o', 'ChristopherChristopher']],
  ['a listed word, then digits and signs', ['Password1234567', 'sunshine1234567!!', 'princess!!!!!!!!']],
  ['a listed word again and again', ['passwordpassword', 'iloveyouiloveyou', 'Sunshine sunshine 2026!']],
  ['a short run again and again', ['abcabcabcabcabc', '111111111111111', ' '.repeat(15), '🍁'.repeat(15)]],
  ['a walk over the digits', ['123456789012345', '098765432109876']],
  ['a walk over the alphabet', ['abcdefghijklmno', 'ZYXWVUTSRQPONMLK']],
  [
    'a walk over the keyboard',
    ['qwertyuiopasdfg', 'azertyuiopqsdfgh', 'qazwsxedcrfvtgb', '1234567890-=qwert'],
  ],
])('knows what is %s', (_, passwords) => {
  for (const password of passwords) expect(isCommonPassword(password), password).toBe(true);
});

it('knows every word of the list that has a letter, made longer by digits', () => {
  const words = dictionary['passwords-common'].filter((word) => /\p{L}/u.test(word));
  expect(words.length).toBeGreaterThan(30_000);
  expect(words.filter((word) => !isCommonPassword(`${word}7294618305`))).toEqual([]);
});

it('folds width as it folds case', () => {
  expect(isCommonPassword('ＰＡＳＳＷＯＲＤ1234567')).toBe(true);
});

it.each([
  'seven green boats at noon',
  'quatre bateaux verts à midi',
  'correct horse battery staple',
  'x7#kQz9!mLp2vBt4',
  '493827561029384',
  'treesweredeeperthere',
  'password of the green boats',
  '2026-11-24 was a tuesday',
])('leaves %j alone', (password) => {
  expect(isCommonPassword(password)).toBe(false);
});
