import { expect, it } from 'vitest';
import { withoutSecrets } from '@/lib/web/kept';
import { typedValues } from '@/lib/web/typed';

it('keeps what was typed, but for passwords, codes and what the framework adds', () => {
  const form = new FormData();
  const kept = { on: '2026-11-24', nameFr: 'Neige', postalCode: 'K1A 0A1' };
  const left = {
    ...{ password: 'p', confirmPassword: 'p', currentPassword: 'p', oneTimeCode: '123456' },
    ...{ recoveryCode: 'ABCD', passkeyResponse: '{}', $ACTION_ID_1: '' },
  };
  for (const [name, value] of Object.entries({ ...kept, ...left })) form.set(name, value);
  form.set('file', new File(['x'], 'x.pdf'));
  expect(typedValues(form)).toEqual(kept);
});

it('keeps no answers and no codes beyond a session, but every other field', () => {
  const typed = { answer1: 'Biscuit', answer3: 'Maple', code: '0123', question1: 'firstPet' };
  expect(withoutSecrets({ ...typed, postalCode: 'L4M 3P2' })).toEqual({
    question1: 'firstPet',
    postalCode: 'L4M 3P2',
  });
});
