import { expect, it } from 'vitest';
import { formValues } from '@/lib/web/action/form-values';
import { withoutSecrets } from '@/lib/web/action/saved-form';

it('takes the values of a form, but for passwords, codes and what the framework adds', () => {
  const form = new FormData();
  const saved = { on: '2026-11-24', nameFr: 'Neige', postalCode: 'K1A 0A1' };
  const left = {
    ...{ password: 'p', confirmPassword: 'p', currentPassword: 'p', oneTimeCode: '123456' },
    ...{ recoveryCode: 'ABCD', passkeyResponse: '{}', $ACTION_ID_1: '' },
  };
  for (const [name, value] of Object.entries({ ...saved, ...left })) form.set(name, value);
  form.set('file', new File(['x'], 'x.pdf'));
  expect(formValues(form)).toEqual(saved);
});

it('saves no answers and no codes beyond a session, but every other field', () => {
  const values = { answer1: 'Biscuit', answer3: 'Maple', code: '0123', question1: 'firstPet' };
  expect(withoutSecrets({ ...values, postalCode: 'L4M 3P2' })).toEqual({
    question1: 'firstPet',
    postalCode: 'L4M 3P2',
  });
});
