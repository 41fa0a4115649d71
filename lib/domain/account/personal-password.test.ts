import { expect, it } from 'vitest';
import { personalPassword } from '@/lib/domain/account/personal-password';

const person = { oneKeyId: 'zoe.2026', names: ['Zoé', 'Tremblay-Roy', 'Van der Berg'] };

it.each([
  ['boats of ZOE.2026', 'passwordHoldsOneKeyId'],
  ['Zoé.2026 green boats', 'passwordHoldsOneKeyId'],
  ['seven TREMBLAY boats', 'passwordHoldsName'],
  ['seven trémblây boats', 'passwordHoldsName'],
  ['sevenbergboatsatnoon', 'passwordHoldsName'],
  ['royal zoes and vans of der sea', undefined],
  ['seven green boats at noon', undefined],
])('%j: %s', (password, error) => {
  expect(personalPassword(password, person)).toBe(error);
});

it('asks nothing where nothing is known of the person', () => {
  expect(personalPassword('seven green boats', { oneKeyId: '', names: [''] })).toBeUndefined();
});
