import { expect, it } from 'vitest';
import { getDraft, startDraft } from '@/lib/data/drafts';
import { eachDatabase } from '@/lib/data/testing';
import { newFiler } from '@/lib/data/testing-people';
import { saveTyped, sentTyped } from '@/lib/web/draft-forms';

const now = new Date('2026-11-24T15:00:00Z');

eachDatabase('what a form of a claim holds', () => {
  it('is kept step by step and party by party', async () => {
    const filer = await newFiler(now);
    const { reference: draft } = await startDraft(filer, now);
    const keep = (typed: Record<string, string>) =>
      saveTyped(filer, sentTyped.parse({ draft, ...typed }), { draft, ...typed }, now);
    expect(await keep({ step: 'nature', nature: 'nonsense', from: '' })).toBe(true);
    const abroad = { country: 'FR', province: 'ON', provinceElsewhere: 'Île-de-France' };
    expect(await keep({ step: 'defendants', party: '0123abcd', ...abroad })).toBe(true);
    expect((await getDraft(filer, draft)).answers).toEqual({
      nature: { nature: 'nonsense' },
      parties: [{ id: '0123abcd', role: 'defendant', country: 'FR', province: 'Île-de-France' }],
    });
  });

  it('is not kept in the draft of someone else', async () => {
    const { reference: draft } = await startDraft(await newFiler(now), now);
    const typed = { draft, step: 'nature', nature: 'debt' };
    expect(await saveTyped(await newFiler(now), sentTyped.parse(typed), typed, now)).toBe(false);
  });
});

it('is only taken from a form of a step', () => {
  expect(sentTyped.safeParse({ draft: 'D', step: 'review' }).success).toBe(false);
  expect(sentTyped.safeParse({ draft: 'D', step: 'plaintiffs' }).success).toBe(false);
  expect(sentTyped.safeParse({ draft: 'D', step: 'plaintiffs', party: '../x' }).success).toBe(false);
});
