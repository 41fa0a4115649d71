import { expect, test } from 'vitest';
import { amountOf } from '@/lib/domain/claim/reading/amount';
import { typedLines } from '@/lib/testing/claim/written/typed';

const dollars = (typed: string) => {
  const found = amountOf(typedLines(typed), 0);
  return found ? found.cents / 100 : null;
};

test.each([
  ['(a) damages in the amount of $250,000.00;', 250_000],
  ['(a) $1.25 million for negligence; (b) $50,000 for punitive damages;', 1_250_000],
  ['(a) damages of Three Hundred Thousand Dollars ($300,000);', 300_000],
  ['(a) damages of $75,000;\n(b) costs of this action in the sum of $90,000;', 75_000],
  ['(a) damages of $60,000, plus costs of $80,000;', 60_000],
  ['(a) damages of $60,000;\n(b) costs of future care in the amount of $900,000;', 900_000],
  ['(a) repair costs of $45,000;\n(b) the costs of this action, fixed at $50,000;', 45_000],
  ['(a) $4,200 per month and damages to be determined;', null],
  ['(a) US$500,000;', null],
  ['(a) damages to be proven;\n2. The plaintiff paid $900,000.', null],
  ['(a) an amount that does not exceed $200,000;', null],
])('The plaintiff claims: %s', (relief, amount) => {
  expect(dollars(`1. The plaintiff claims:\n${relief}`)).toBe(amount);
});

test.each([
  ['a) la somme de 185 000,00 $ à titre de dommages-intérêts;', 185_000],
  ['a) 1,5 million de dollars en dommages-intérêts;', 1_500_000],
  ['a) 95 500 $; b) les dépens de 120 000 $.', 95_500],
])('La demanderesse réclame : %s', (relief, amount) => {
  expect(dollars(`1. La demanderesse réclame :\n${relief}`)).toBe(amount);
});

test('the printed notice of the form is no claim', () => {
  expect(dollars('IF YOU PAY THE PLAINTIFF’S CLAIM, and $2,500 for costs, within the time')).toBeNull();
});
