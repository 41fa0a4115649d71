import { expect, it } from 'vitest';
import { getDraft, startDraft } from '@/lib/data/claim/drafts';
import { newFiler } from '@/lib/testing/account/people';
import { onDatabase } from '@/lib/testing/db/databases';
import { saveFormValues, sentForm } from '@/lib/web/action/draft-forms';

const now = new Date('2026-11-24T15:00:00Z');

onDatabase('what a form of a claim holds', () => {
  it('is saved step by step and party by party', async () => {
    const filer = await newFiler(now);
    const { reference: draft } = await startDraft(filer, now);
    const save = (values: Record<string, string>) =>
      saveFormValues(filer, sentForm.parse({ draft, ...values }), { draft, ...values }, now);
    expect(await save({ step: 'nature', nature: 'nonsense', from: '' })).toBe(true);
    const abroad = { country: 'FR', province: 'ON', provinceElsewhere: 'Île-de-France' };
    expect(await save({ step: 'defendants', party: '0123abcd', ...abroad })).toBe(true);
    expect((await getDraft(filer, draft)).answers).toEqual({
      nature: { nature: 'nonsense' },
      parties: [{ id: '0123abcd', role: 'defendant', country: 'FR', province: 'Île-de-France' }],
    });
  });

  it('is not saved in the draft of someone else', async () => {
    const { reference: draft } = await startDraft(await newFiler(now), now);
    const values = { draft, step: 'nature', nature: 'debt' };
    expect(await saveFormValues(await newFiler(now), sentForm.parse(values), values, now)).toBe(false);
  });
});

it('is only taken from a form of a step', () => {
  expect(sentForm.safeParse({ draft: 'D', step: 'review' }).success).toBe(false);
  expect(sentForm.safeParse({ draft: 'D', step: 'plaintiffs' }).success).toBe(false);
  expect(sentForm.safeParse({ draft: 'D', step: 'plaintiffs', party: '../x' }).success).toBe(false);
});
