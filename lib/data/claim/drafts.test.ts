import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { removeParty, saveParty, saveStep } from '@/lib/data/claim/answers';
import { deleteDraft, findFilingOfDraft, getDraft, listDrafts, startDraft } from '@/lib/data/claim/drafts';
import { db } from '@/lib/data/db/db';
import { drafts } from '@/lib/data/db/schema/claim';
import type { Actor } from '@/lib/domain/access/access';
import { stepErrors } from '@/lib/domain/claim/claim';
import { newFiler, newPerson } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';

const now = new Date('2026-11-24T15:00:00Z');
const later = new Date('2026-11-24T15:05:00Z');

eachDatabase('drafts', () => {
  it('starts empty, for those who have an account', async () => {
    const filer = await newFiler(now);
    const { reference } = await startDraft(filer, now);
    expect(await getDraft(filer, reference)).toMatchObject({ answers: {}, step: 'type', updatedAt: now });
    await expect(startDraft(await newPerson(), now)).rejects.toThrow(NotFound);
    await expect(startDraft({ kind: 'anonymous' }, now)).rejects.toThrow(NotFound);
  });

  it('keeps what was typed as it was typed, and remembers the step', async () => {
    const filer = await newFiler(now);
    const { reference } = await startDraft(filer, now);
    await saveStep(filer, reference, 'type', { documentType: 'form-99', draft: reference, role: 'x' }, later);
    await saveStep(filer, reference, 'procedure', { classProceeding: ' y\0es ' }, later);
    expect(await getDraft(filer, reference)).toMatchObject({ step: 'procedure', updatedAt: later });
    expect((await getDraft(filer, reference)).answers).toEqual({
      type: { documentType: 'form-99' },
      procedure: { classProceeding: ' yes ' },
    });
  });

  it('keeps 4,000 characters of a field, whole ones that can be stored', async () => {
    const filer = await newFiler(now);
    const { reference } = await startDraft(filer, now);
    const typed = { lastName: 'x'.repeat(5000), city: `\ud83d${'x'.repeat(3998)}🍁` };
    await saveParty(filer, reference, { id: 'a', role: 'plaintiff' }, typed, now);
    const [party] = (await getDraft(filer, reference)).answers.parties ?? [];
    expect([party?.lastName?.length, party?.city]).toEqual([4000, 'x'.repeat(3998)]);
  });

  it('has at most 100 parties', async () => {
    const filer = await newFiler(now);
    const { reference } = await startDraft(filer, now);
    const id = (n: number) => n.toString(16).padStart(8, '0');
    const parties = Array.from({ length: 99 }, (_, n) => ({ id: id(n), role: 'plaintiff' as const }));
    await db().update(drafts).set({ answers: { parties } }).where(eq(drafts.reference, reference));
    await saveParty(filer, reference, { id: id(99), role: 'defendant' }, { kind: 'person' }, now);
    const more = saveParty(filer, reference, { id: id(100), role: 'defendant' }, { kind: 'person' }, now);
    await expect(more).rejects.toThrow(new Refused('tooManyParties'));
    await saveParty(filer, reference, { id: id(99), role: 'defendant' }, { kind: 'organisation' }, now);
    const { answers } = await getDraft(filer, reference);
    expect(answers.parties?.at(-1)).toMatchObject({ id: id(99), kind: 'organisation' });
    const tooMany = { parties: [...(answers.parties ?? []), { id: id(100), role: 'plaintiff' as const }] };
    expect(stepErrors(tooMany, 'plaintiffs')[0]).toEqual({ error: 'tooManyParties' });
    expect(stepErrors(answers, 'plaintiffs')[0]).not.toEqual({ error: 'tooManyParties' });
  });

  it('keeps parties in the order they were added', async () => {
    const filer = await newFiler(now);
    const { reference } = await startDraft(filer, now);
    const [first, second] = [
      { id: 'a', role: 'plaintiff' },
      { id: 'b', role: 'defendant' },
    ] as const;
    await saveParty(filer, reference, first, { kind: 'person', postalCode: 'nonsense' }, now);
    await saveParty(filer, reference, second, { kind: 'organisation' }, now);
    await saveParty(filer, reference, first, { kind: 'person', lastName: 'Roy' }, now);
    expect((await getDraft(filer, reference)).answers.parties).toEqual([
      { id: 'a', role: 'plaintiff', kind: 'person', lastName: 'Roy' },
      { id: 'b', role: 'defendant', kind: 'organisation' },
    ]);
    await removeParty(filer, reference, first, now);
    const draft = await getDraft(filer, reference);
    expect(draft.answers.parties).toEqual([{ id: 'b', role: 'defendant', kind: 'organisation' }]);
    expect(draft.step).toBe('plaintiffs');
  });

  it('loses none of two steps saved at the same time', async () => {
    const filer = await newFiler(now);
    const { reference } = await startDraft(filer, now);
    await Promise.all([
      saveStep(filer, reference, 'nature', { nature: 'debt' }, now),
      saveStep(filer, reference, 'language', { language: 'french' }, now),
    ]);
    expect((await getDraft(filer, reference)).answers).toEqual({
      nature: { nature: 'debt' },
      language: { language: 'french' },
    });
  });

  it('does not exist for anyone else', async () => {
    const owner = await newFiler(now);
    const { reference } = await startDraft(owner, now);
    const party = { id: 'a', role: 'plaintiff' } as const;
    const others: Actor[] = [
      await newFiler(now),
      await newPerson('administrator'),
      { kind: 'anonymous' },
      { kind: 'system' },
    ];
    for (const other of others) {
      await expect(getDraft(other, reference)).rejects.toThrow(NotFound);
      await expect(saveStep(other, reference, 'type', { documentType: 'x' }, now)).rejects.toThrow(NotFound);
      await expect(saveParty(other, reference, party, {}, now)).rejects.toThrow(NotFound);
      await expect(removeParty(other, reference, party, now)).rejects.toThrow(NotFound);
      await expect(deleteDraft(other, reference, now)).rejects.toThrow(NotFound);
    }
    expect((await getDraft(owner, reference)).answers).toEqual({});
    expect(await listDrafts(await newFiler(now))).toEqual([]);
  });

  it('lists what is being worked on, the last changed first', async () => {
    const filer = await newFiler(now);
    const first = await startDraft(filer, now);
    const second = await startDraft(filer, now);
    const deleted = await startDraft(filer, now);
    await saveStep(filer, first.reference, 'type', {}, later);
    await deleteDraft(filer, deleted.reference, later);
    const listed = (await listDrafts(filer)).map(({ reference }) => reference);
    expect(listed).toEqual([first.reference, second.reference]);
    await expect(getDraft(filer, deleted.reference)).rejects.toThrow(NotFound);
  });

  it('can no longer be changed once it is submitted', async () => {
    const filer = await newFiler(now);
    const { reference } = await startDraft(filer, now);
    expect(await findFilingOfDraft(filer, reference)).toBeNull();
    await db().update(drafts).set({ submittedAt: now }).where(eq(drafts.reference, reference));
    await expect(saveStep(filer, reference, 'type', {}, now)).rejects.toThrow(NotFound);
    await expect(getDraft(filer, reference)).rejects.toThrow(NotFound);
    expect(await listDrafts(filer)).toEqual([]);
  });
});
