import { expect, it } from 'vitest';
import { placeAdvice, placeAnswers } from '@/lib/domain/claim/right-place';

it('takes only answers that were offered', () => {
  expect(placeAnswers({ amount: 'small', office: 'Paris', matter: ['civil'], begun: 'no', x: 'y' })).toEqual({
    amount: 'small',
    begun: 'no',
  });
});

it('tells what each answer calls for, and nothing about an ordinary claim', () => {
  const ordinary = { amount: 'large', office: 'elsewhere', matter: 'civil', begun: 'no' } as const;
  expect(placeAdvice(ordinary)).toEqual([]);
  expect(placeAdvice({ ...ordinary, amount: 'small' })).toEqual(['smallClaims']);
  expect(placeAdvice({ ...ordinary, amount: 'small', matter: 'family' })).toEqual(['family']);
  expect(placeAdvice({ ...ordinary, office: 'toronto', begun: 'yes' })).toEqual(['begun', 'toronto']);
  expect(placeAdvice({ ...ordinary, matter: 'urgent' })).toEqual(['urgent']);
});
