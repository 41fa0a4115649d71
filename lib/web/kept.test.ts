import { expect, it } from 'vitest';
import { typedValues, withoutSecrets } from '@/lib/web/kept';

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

it('never takes passwords, files or the framework’s own fields for typed values', () => {
  const data = form({
    currentPassword: 'a',
    password: 'b',
    confirmPassword: 'c',
    $ACTION: 'd',
    city: 'Barrie',
  });
  data.set('file', new File(['x'], 'x.pdf'));
  expect(typedValues(data)).toEqual({ city: 'Barrie' });
});

it('keeps no answers and no codes beyond a session, but every other field', () => {
  const typed = {
    answer1: 'Biscuit',
    answer3: 'Maple',
    code: '123456',
    recoveryCode: 'abcd',
    question1: 'firstPet',
  };
  expect(withoutSecrets({ ...typed, postalCode: 'L4M 3P2' })).toEqual({
    question1: 'firstPet',
    postalCode: 'L4M 3P2',
  });
});
