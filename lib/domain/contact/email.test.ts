import { expect, it } from 'vitest';
import { foldEmail, optionalEmail, requiredEmail, toMailbox } from '@/lib/domain/contact/email';

it('comes out trimmed, with full-width signs folded', () => {
  expect(requiredEmail().parse(' Ann.Roy@Example.com ')).toBe('Ann.Roy@Example.com');
  expect(requiredEmail().parse('ann＠example．com')).toBe('ann@example.com');
});

it.each([
  ['\u200Eann@example.com\u200B', 'ann@example.com'],
  ['\u202Aann@example.com\u202C', 'ann@example.com'],
  ['\u00A0ann@example.com\u00A0', 'ann@example.com'],
  ['“ann@example.com”', 'ann@example.com'],
  ['o’brien@example.com', "o'brien@example.com"],
])('%j becomes %j', (pasted, meant) => {
  expect(requiredEmail().parse(pasted)).toBe(meant);
});

it.each([
  'smith&jones@example.com',
  "o'brien@example.com",
  'a+b=c@example.co.uk',
  'a@xn--bcher-kva.example.ca',
  'zoé.tremblay@example.com',
  '王小明@例子.公司',
  'Dörte@Sörensen.example.com',
  'почта@пример.рф',
  'ann@bücher.example',
  'ann@straße.example',
  '"zoe tremblay"@example.org',
  '"a@b"@example.org',
  '"say \\"hi\\""@example.org',
  "!#$%&'*+-/=?^_`{|}~@example.org",
  'a@a-b.museum',
])('takes %j', (typed) => {
  expect(requiredEmail().parse(typed)).toBe(typed);
});

it.each([
  ['ann'],
  ['ann@'],
  ['@example.com'],
  ['ann@example'],
  ['ann@example.c'],
  ['ann@example..com'],
  ['ann@@example.com'],
  ['ann@evil.com＠example.com'],
  ['ann@example.com\nbcc: b@example.com'],
  ['a b@example.com'],
  ['.ann@example.com'],
  ['ann.@example.com'],
  ['a..nn@example.com'],
  ['"ann@example.com'],
  ['"a"b@example.com'],
  ['ann@-example.com'],
  ['ann@exa_mple.com'],
  ['ann@example.com/path'],
  ['ann@example.com:25'],
  ['ann@192.0.2.1'],
  ['ann@[192.0.2.1]'],
  ['ann@xn--a.com'],
  ['ann@xn--abc-.com'],
  ['ann@example.xn--zzzzzz-9999999'],
  [`${'é'.repeat(33)}@example.com`],
  [`ann@${'a'.repeat(64)}.com`],
  [`${'a'.repeat(250)}@example.com`],
])('does not take %j', (typed) => {
  expect(requiredEmail().safeParse(typed).error?.issues[0]?.message).toBe('checkEmail');
  expect(optionalEmail().safeParse(typed).error?.issues[0]?.message).toBe('checkEmail');
});

it('may be left out only where that is said', () => {
  expect(requiredEmail().safeParse(' ').error?.issues[0]?.message).toBe('enterEmail');
  expect(requiredEmail().safeParse(undefined).error?.issues[0]?.message).toBe('enterEmail');
  expect(optionalEmail().parse(' ')).toBe('');
  expect(optionalEmail().parse(undefined)).toBe('');
});

it('is compared without regard to case', () => {
  expect(foldEmail(' Ann@EXAMPLE.com')).toBe(foldEmail('ann@example.com'));
});

it('is the same with an international domain in letters and in ASCII, and goes to a server in ASCII', () => {
  expect(foldEmail('Ann@BÜCHER.example')).toBe(foldEmail('ann@xn--bcher-kva.example'));
  expect(foldEmail('ann@straße.example')).not.toBe(foldEmail('ann@strasse.example'));
  expect(toMailbox('Zoé@bücher.example')).toBe('Zoé@xn--bcher-kva.example');
  expect(toMailbox('"a@b"@example.org')).toBe('"a@b"@example.org');
});
