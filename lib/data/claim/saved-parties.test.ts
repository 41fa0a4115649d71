import { expect, it } from 'vitest';
import { NotFound } from '@/lib/data/access/errors';
import {
  changeSavedParty,
  deleteSavedParty,
  getSavedParty,
  listSavedParties,
} from '@/lib/data/claim/saved-parties';
import { partyName } from '@/lib/domain/claim/party';
import { newFiler } from '@/lib/testing/account/people';
import { readyDraft, submitted } from '@/lib/testing/claim/submit';
import { eachDatabase } from '@/lib/testing/db/databases';

// Monday, 10:00 in Toronto
const courtNow = new Date('2026-11-23T15:00:00Z');
const times = { now: new Date(), courtNow };

eachDatabase('saved parties', () => {
  async function withClaim() {
    const filer = await newFiler(courtNow);
    const { reference } = await readyDraft(filer);
    await submitted(filer, { draft: reference, locale: 'en' }, times);
    const [plaintiff, defendant] = (await listSavedParties(filer)).sort((a, b) => (a.role < b.role ? 1 : -1));
    if (!plaintiff || !defendant) throw new Error('no party was saved');
    return { filer, plaintiff, defendant };
  }

  it('are those of the submitted claims, each once a side', async () => {
    const { filer } = await withClaim();
    const again = await readyDraft(filer);
    await submitted(filer, { draft: again.reference, locale: 'en' }, times);
    const saved = await listSavedParties(filer);
    expect(saved.map(({ role, party }) => [role, partyName(party)]).sort()).toEqual([
      ['defendant', 'Anne Roy'],
      ['plaintiff', 'Anne Tremblay'],
    ]);
  });

  it('are changed and deleted by their owner alone', async () => {
    const { filer, plaintiff } = await withClaim();
    const stranger = await newFiler(courtNow);
    const moved = { ...plaintiff.party, city: 'Orillia' };
    await expect(changeSavedParty(stranger, plaintiff.id, moved, times.now)).rejects.toThrow(NotFound);
    await expect(deleteSavedParty(stranger, plaintiff.id)).rejects.toThrow(NotFound);
    await expect(deleteSavedParty({ kind: 'anonymous' }, plaintiff.id)).rejects.toThrow(NotFound);
    expect(await listSavedParties(stranger)).toEqual([]);
    await changeSavedParty(filer, plaintiff.id, moved, times.now);
    expect((await getSavedParty(filer, plaintiff.id)).party.city).toBe('Orillia');
    await deleteSavedParty(filer, plaintiff.id);
    await expect(getSavedParty(filer, plaintiff.id)).rejects.toThrow(NotFound);
  });

  it('give way to one that is renamed to the same', async () => {
    const { filer, plaintiff } = await withClaim();
    const second = await readyDraft(filer);
    await submitted(filer, { draft: second.reference, locale: 'en' }, times);
    await changeSavedParty(filer, plaintiff.id, { ...plaintiff.party, lastName: 'TREMBLAY' }, times.now);
    expect((await listSavedParties(filer)).filter(({ role }) => role === 'plaintiff')).toHaveLength(1);
  });
});
