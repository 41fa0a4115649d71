import { expect, it } from 'vitest';
import {
  fieldErrors,
  hrefAfter,
  hrefBefore,
  stepToResume,
} from '@/app/[locale]/(justice)/claims/[draft]/steps';
import type { DraftAnswers } from '@/lib/domain/claim/claim';

const draft = 'D-7K3M-9QX2';
const on = '2026-11-24';
const answers: DraftAnswers = {
  type: { documentType: 'form-14a' },
  court: { court: 'ottawa' },
  procedure: { procedure: 'ordinary', classProceeding: 'no' },
};

it('leads from step to step, and back to the review those who came from it', () => {
  expect(hrefAfter(draft, 'type', undefined)).toMatchObject({ pathname: '/claims/[draft]/court' });
  expect(hrefAfter(draft, 'type', 'review')).toMatchObject({ pathname: '/claims/[draft]/review' });
  expect(hrefBefore(draft, 'court', undefined)).toMatchObject({ pathname: '/claims/[draft]/type' });
  expect(hrefBefore(draft, 'type', undefined)).toMatchObject({ pathname: '/claims/[draft]' });
  expect(hrefBefore(draft, 'type', 'review')).toMatchObject({ pathname: '/claims/[draft]/review' });
});

it('resumes at the step last saved, or at the next one that is not complete', () => {
  expect(stepToResume({ answers, uploaded: [], on }, 'nature')).toBe('nature');
  expect(stepToResume({ answers, uploaded: [], on }, 'type')).toBe('nature');
  expect(stepToResume({ answers, uploaded: [], on }, 'procedure')).toBe('language');
  expect(stepToResume({ answers, uploaded: ['claim'], on }, 'documents')).toBe('review');
});

it('names what is wrong in the order of the form, for one party alone', () => {
  const parties = [
    { id: 'one', role: 'defendant', country: 'CA' } as const,
    { id: 'two', role: 'defendant', kind: 'person' } as const,
  ];
  expect(Object.entries(fieldErrors({ parties }, 'defendants', 'one'))).toEqual([
    ['kind', 'choosePartyKind'],
    ['address', 'enterAddress'],
    ['city', 'enterCity'],
    ['province', 'chooseProvince'],
    ['representation', 'chooseRepresentation'],
  ]);
});
