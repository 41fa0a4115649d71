import { expect, it } from 'vitest';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { saveParty } from '@/lib/data/claim/answers';
import { confirmReading } from '@/lib/data/claim/confirm-reading';
import { getDraft, startDraft } from '@/lib/data/claim/drafts';
import { newFiler } from '@/lib/testing/account/people';
import { onDatabase } from '@/lib/testing/db/databases';

const now = new Date('2026-11-24T15:00:00Z');
const party = (id: string) => ({ id, role: 'plaintiff' as const, kind: 'person', lastName: id });

onDatabase('what a person confirms of a reading', () => {
  it('takes the place of earlier answers, and its parties join those that stand', async () => {
    const filer = await newFiler(now);
    const { reference } = await startDraft(filer, now);
    await saveParty(filer, reference, { id: '00000001', role: 'plaintiff' }, { lastName: 'First' }, now);
    const parties = [party('00000001'), party('00000002')];
    await confirmReading(filer, reference, { type: { documentType: 'form-14a' }, parties }, now);
    const { answers } = await getDraft(filer, reference);
    expect(answers.type).toEqual({ documentType: 'form-14a' });
    expect(answers.parties?.map(({ lastName }) => lastName)).toEqual(['First', '00000002']);
  });

  it('is refused for another person’s draft, and beyond the most parties', async () => {
    const filer = await newFiler(now);
    const { reference } = await startDraft(filer, now);
    const many = Array.from({ length: 101 }, (_, n) => party(n.toString(16).padStart(8, '0')));
    await expect(confirmReading(filer, reference, { parties: many }, now)).rejects.toThrow(Refused);
    const stranger = await newFiler(now);
    await expect(confirmReading(stranger, reference, { parties: [] }, now)).rejects.toThrow(NotFound);
  });
});
