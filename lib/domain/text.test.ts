import { expect, it } from 'vitest';
import { z } from 'zod';
import { type FieldErrors, optional, required, tidy, withRules } from '@/lib/domain/text';

it.each([
  ['  Ann \t Roy\r\n', 'Ann Roy'],
  ['Ren\u0065\u0301e', 'Renée'],
  ['Ann\u0000Roy', 'Ann Roy'],
  ['evil\u202Efdp', 'evilfdp'],
])('%j becomes %j', (typed, meant) => {
  expect(tidy(typed)).toBe(meant);
});

const form = withRules(
  z.object({ name: required('enterName', 5), town: optional(5) }),
  ({ name, town }): FieldErrors => (name === town ? { town: 'townIsName' } : {}),
);
const errors = (typed: unknown) =>
  form.safeParse(typed).error?.issues.map(({ path, message }) => [path[0], message]);

it('says what is missing, too long or unreadable', () => {
  expect(errors({ name: ' ', town: 'X' })).toEqual([['name', 'enterName']]);
  expect(errors({ name: 'abcdef', town: 'abcdefg' })).toEqual([
    ['name', 'tooLong'],
    ['town', 'tooLong'],
  ]);
  expect(errors({ name: 1, town: {} })).toEqual([
    ['name', 'enterName'],
    ['town', 'unreadable'],
    ['town', 'townIsName'],
  ]);
});

it('asks its rules also when fields are missing', () => {
  expect(errors({})).toEqual([
    ['name', 'enterName'],
    ['town', 'townIsName'],
  ]);
  expect(errors({ name: 'a', town: 'a' })).toEqual([['town', 'townIsName']]);
  expect(form.parse({ name: 'a' })).toEqual({ name: 'a', town: '' });
});

it('is still a form whose fields can be listed', () => {
  expect(Object.keys(form.shape)).toEqual(['name', 'town']);
});
