import { expect, it } from 'vitest';
import { isPhone, mendPhone } from '@/lib/domain/contact/phone';

it.each([
  ['4165550123', 'CA', '416-555-0123'],
  ['(416) 555 0123', 'CA', '416-555-0123'],
  ['1-416-555-0123', 'CA', '416-555-0123'],
  ['+1 416.555.0123', 'FR', '+1 416 555 0123'],
  ['416-555-0123 ext. 45', 'CA', '416-555-0123 x45'],
  ['01 23 45 67 89', 'FR', '+33 1 23 45 67 89'],
  ['+33123456789', 'CA', '+33 1 23 45 67 89'],
])('%j typed in %s is written %j', (typed, country, written) => {
  expect(isPhone(typed, country)).toBe(true);
  expect(mendPhone(typed, country)).toBe(written);
  expect(mendPhone(written, country)).toBe(written);
});

it.each([
  ['555-0123', 'CA'],
  ['116-555-0123', 'CA'],
  ['911-555-0123', 'CA'],
  ['416-911-0123', 'CA'],
  ['416-155-0123', 'US'],
  ['416-555-01234', 'CA'],
  ['call me', 'CA'],
  ['4165550123', 'XX'],
  ['12', 'FR'],
])('%j in %s is no number, and stays as typed', (typed, country) => {
  expect(isPhone(typed, country)).toBe(false);
  expect(mendPhone(typed, country)).toBe(typed);
});
