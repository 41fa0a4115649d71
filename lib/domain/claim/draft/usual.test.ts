import { expect, it } from 'vitest';
import { usualFields, usualForm } from '@/lib/domain/claim/draft/usual';

it('may be empty, and puts the number of a lawyer into its usual form', () => {
  const empty = { lawyerNumber: '', usualCourt: '', usualProcedure: '', usualLanguage: '' } as const;
  expect(usualForm.parse({})).toEqual(empty);
  expect(usualFields(empty)).toEqual({});
  expect(usualForm.parse({ lawyerNumber: '12345 a' }).lawyerNumber).toBe('12345A');
  expect(usualForm.safeParse({ lawyerNumber: '12345' }).error?.issues[0]?.message).toBe('checkLawyerNumber');
  expect(usualForm.safeParse({ usualLanguage: 'latin' }).success).toBe(false);
});

it('is offered by the fields of a claim', () => {
  const usual = {
    lawyerNumber: '12345A',
    usualCourt: 'toronto',
    usualProcedure: '',
    usualLanguage: 'french',
  } as const;
  expect(usualFields(usual)).toEqual({ court: 'toronto', language: 'french' });
});
