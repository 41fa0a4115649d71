import { expect, it } from 'vitest';
import { z } from 'zod';
import { errorOf, type FieldErrors, optional, required, tidy, withRules } from '@/lib/domain/text';

it.each([
  ['  Ann \t Roy\r\n', 'Ann Roy'],
  ['Ren\u0065\u0301e', 'Renée'],
  ['Ann\u0000Roy', 'Ann Roy'],
  ['evil\u202Efdp', 'evilfdp'],
  ['Ann\u200BRoy\u00AD', 'AnnRoy'],
  ['\u3164', ''],
  ['\u115F\u1160 \uFFA0', ''],
  ['A\u200Dnn', 'Ann'],
  ['ශ්\u200Dරී', 'ශ්\u200Dරී'],
  ['می\u200Cخواهم', 'می\u200Cخواهم'],
  ['क\u200D', 'क'],
  ['👩🏽\u200D⚖️ Roy', '👩🏽\u200D⚖️ Roy'],
  ['ᓀᐦᐃᔭᐤ ᐊᑲᒥᕽ', 'ᓀᐦᐃᔭᐤ ᐊᑲᒥᕽ'],
])('%j becomes %j', (typed, meant) => {
  expect(tidy(typed)).toBe(meant);
});

const form = withRules(
  z.object({ name: required('enterCity', 5), town: optional(5) }),
  ({ name, town }): FieldErrors => (name === town ? { town: 'chooseProvince' } : {}),
);
const errors = (typed: unknown) =>
  form.safeParse(typed).error?.issues.map(({ path, message }) => [path[0], message]);

it('says what is missing, too long or unreadable', () => {
  expect(errors({ name: ' ', town: 'X' })).toEqual([['name', 'enterCity']]);
  expect(errors({ name: 'abcdef', town: 'abcdefg' })).toEqual([
    ['name', 'tooLong'],
    ['town', 'tooLong'],
  ]);
  expect(errors({ name: 1, town: {} })).toEqual([
    ['name', 'enterCity'],
    ['town', 'unreadable'],
    ['town', 'chooseProvince'],
  ]);
});

it('asks its rules also when fields are missing', () => {
  expect(errors({})).toEqual([
    ['name', 'enterCity'],
    ['town', 'chooseProvince'],
  ]);
  expect(errors({ name: 'a', town: 'a' })).toEqual([['town', 'chooseProvince']]);
  expect(form.parse({ name: 'a' })).toEqual({ name: 'a', town: '' });
});

it('is still a form whose fields can be listed', () => {
  expect(Object.keys(form.shape)).toEqual(['name', 'town']);
});

it('tells the most characters of a text that is too long, and only of that', () => {
  const issueOf = (typed: string) => required('enterLastName', 5).safeParse(typed).error?.issues[0];
  const [long, none] = [issueOf('x'.repeat(6)), issueOf('')];
  expect(long && errorOf(long)).toEqual({ key: 'tooLong', most: 5 });
  expect(none && errorOf(none)).toBe('enterLastName');
});

it.each([
  '\u3164',
  '\u115f\u1160',
  '\uffa0',
  '\u200b\u2060\u00ad',
  '\u2800',
  '\u{1d159}',
  '\u{e0020}',
  '\u034f',
])('takes a name that shows nothing (%j) for no name', (typed) => {
  expect(required('enterLastName').safeParse(typed).error?.issues[0]?.message).toBe('enterLastName');
  expect(optional().parse(`Ann${typed}`)).toBe('Ann');
});
