import { expect, it } from 'vitest';
import { foldEmail, optionalEmail, requiredEmail } from '@/lib/domain/email';

it('comes out trimmed, with full-width signs folded', () => {
  expect(requiredEmail().parse(' Ann.Roy@Example.com ')).toBe('Ann.Roy@Example.com');
  expect(requiredEmail().parse('ann＠example．com')).toBe('ann@example.com');
});

it.each([
  ['ann'],
  ['ann@'],
  ['@example.com'],
  ['ann@example'],
  ['ann@@example.com'],
  ['ann@evil.com＠example.com'],
  ['ann@example.com\nbcc: b@example.com'],
  ['a b@example.com'],
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
