import { expect, it } from 'vitest';
import { ChangedElsewhere, removeParty, saveParty, saveStep } from '@/lib/data/claim/answers';
import { confirmReading } from '@/lib/data/claim/confirm-reading';
import { getDraft, startDraft } from '@/lib/data/claim/drafts';
import type { Seen } from '@/lib/domain/claim/draft/saved-part';
import { newFiler } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';

const now = new Date('2026-11-24T15:42:00Z');
const later = new Date('2026-11-24T15:50:00Z');
const party = { id: '0123abcd', role: 'plaintiff' } as const;

/** A draft that two pages have open. */
async function twoPages() {
  const filer = await newFiler(now);
  const { reference } = await startDraft(filer, now);
  const { version } = await getDraft(filer, reference);
  const [one, two]: Seen[] = [
    { version, tab: 'one' },
    { version, tab: 'two' },
  ];
  if (!one || !two) throw new Error('no pages');
  return { filer, reference, one, two, answers: async () => (await getDraft(filer, reference)).answers };
}

eachDatabase('two pages of one draft', () => {
  it('lose nothing: the older one is told each field and when it was saved', async () => {
    const { filer, reference, one, two, answers } = await twoPages();
    const typed = { documentType: 'form-14a', ownNumber: '118' };
    await saveStep(filer, reference, 'type', typed, now, one);
    const other = { documentType: 'form-14a', ownNumber: '9' };
    const error = await saveStep(filer, reference, 'type', other, later, two).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ChangedElsewhere);
    expect(error).toMatchObject({
      version: 1,
      at: now,
      fields: [{ field: 'ownNumber', yours: '9', saved: '118' }],
    });
    expect((await answers()).type).toEqual(typed);
  });

  it('writes over what the person was told of', async () => {
    const { filer, reference, one, two, answers } = await twoPages();
    await saveStep(filer, reference, 'nature', { nature: 'debt' }, now, one);
    await saveStep(filer, reference, 'nature', { nature: 'contract' }, later, { ...two, version: 1 });
    expect((await answers()).nature).toEqual({ nature: 'contract' });
    const first = saveStep(filer, reference, 'nature', { nature: 'debt' }, later, one);
    await expect(first).rejects.toThrow(ChangedElsewhere);
  });

  it('goes on saving its own, the same again, and other parts', async () => {
    const { filer, reference, one, two, answers } = await twoPages();
    await saveStep(filer, reference, 'nature', { nature: 'debt' }, now, one);
    await saveStep(filer, reference, 'nature', { nature: 'contract' }, later, one);
    await saveStep(filer, reference, 'nature', { nature: 'contract' }, later, two);
    await saveStep(filer, reference, 'language', { language: 'french' }, later, two);
    await saveParty(filer, reference, party, { lastName: 'Roy' }, later, two);
    expect(await answers()).toEqual({
      nature: { nature: 'contract' },
      language: { language: 'french' },
      parties: [{ ...party, lastName: 'Roy' }],
    });
  });

  it('tells of a party that was removed meanwhile', async () => {
    const { filer, reference, one, two, answers } = await twoPages();
    await saveParty(filer, reference, party, { lastName: 'Roy' }, now, one);
    const opened = { ...two, version: 1 };
    await removeParty(filer, reference, party, later);
    const saved = saveParty(filer, reference, party, { lastName: 'Roy', city: 'Ottawa' }, later, opened);
    await expect(saved).rejects.toMatchObject({
      at: later,
      fields: [
        { field: 'lastName', yours: 'Roy', saved: '' },
        { field: 'city', yours: 'Ottawa', saved: '' },
      ],
    });
    expect((await answers()).parties).toEqual([]);
  });

  it('does not remove a party that another page changed meanwhile, unless the person knows of it', async () => {
    const { filer, reference, one, two, answers } = await twoPages();
    await saveParty(filer, reference, party, { lastName: 'Roy', city: 'Ottawa' }, now, one);
    await expect(removeParty(filer, reference, party, later, two)).rejects.toMatchObject({
      at: now,
      fields: [
        { field: 'lastName', saved: 'Roy' },
        { field: 'city', saved: 'Ottawa' },
      ],
    });
    expect((await answers()).parties).toHaveLength(1);
    await removeParty(filer, reference, party, later, { ...two, version: 1 });
    expect((await answers()).parties).toEqual([]);
  });

  it('compares what is confirmed of a PDF with what was answered meanwhile', async () => {
    const { filer, reference, one, two, answers } = await twoPages();
    await saveStep(filer, reference, 'language', { language: 'french' }, now, one);
    const confirmed = { language: { language: 'english' }, nature: { nature: 'debt' }, parties: [] };
    await expect(confirmReading(filer, reference, confirmed, later, two)).rejects.toMatchObject({
      fields: [{ field: 'language', yours: 'english', saved: 'french' }],
    });
    expect(await answers()).toEqual({ language: { language: 'french' } });
  });
});
