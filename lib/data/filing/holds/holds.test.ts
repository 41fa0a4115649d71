import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { NotFound, Outdated, Refused } from '@/lib/data/access/errors';
import { approveProposal } from '@/lib/data/approval/deciding';
import { propose } from '@/lib/data/approval/proposals';
import { seedCourts } from '@/lib/data/court/courts';
import { db } from '@/lib/data/db/db';
import { LeaseLost } from '@/lib/data/db/lease';
import { audit } from '@/lib/data/db/schema/audit';
import { documents, documentVersions } from '@/lib/data/db/schema/document';
import { filings } from '@/lib/data/db/schema/filing';
import { outbox } from '@/lib/data/db/schema/mail';
import { listNotes } from '@/lib/data/filing/desk/notes';
import { listTimeline } from '@/lib/data/filing/desk/timeline';
import { leaseDueFiling } from '@/lib/data/filing/filing-lease';
import { getFiling } from '@/lib/data/filing/filings';
import { releaseFiling } from '@/lib/data/filing/hold';
import { changeHold } from '@/lib/data/filing/holds/changing';
import { listActiveReasons, listKeptReasons } from '@/lib/data/filing/holds/hold-reasons';
import { chosenReason, placeHold } from '@/lib/data/filing/holds/placing';
import { completeIssue } from '@/lib/data/filing/issuing';
import { notePending } from '@/lib/data/filing/pending-files';
import { listSubstitutes } from '@/lib/data/filing/substitutes';
import { decideSubstitute, offerRepairedCopy, replaceDocument } from '@/lib/data/filing/substitution';
import type { UserActor } from '@/lib/domain/access/access';
import type { Wish } from '@/lib/domain/approval/proposal';
import type { HoldRemedy } from '@/lib/domain/filing/holds/asked';
import { newFiler, newPerson } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';

// Monday, 10:00 in Toronto; filings bear that Monday
const now = new Date('2026-11-23T15:00:00Z');
const times = { now, courtNow: now };
const notice = { letter: { subject: 's', html: 'h', text: 't' }, writtenFor: '2026-11-23' };

eachDatabase('holds by staff', () => {
  let filer: UserActor;
  let clerk: UserActor;
  let one: UserActor;
  let other: UserActor;
  beforeAll(async () => {
    await seedCourts();
    filer = await newFiler(now);
    clerk = await newPerson('clerk');
    [one, other] = [await newPerson('registrar'), await newPerson('administrator')];
  });

  const wishOf = (code: string, remedy: HoldRemedy, activeFrom = '2026-11-23'): Wish => ({
    ...{ kind: 'keep-hold-reason', code, wordsEn: `${code} in English`, wordsFr: `${code} en français` },
    ...{ remedy, activeFrom, activeUntil: null },
  });
  async function change(wish: Wish): Promise<void> {
    await approveProposal(other, await propose(one, wish, 'a directive', times), undefined, times);
  }
  async function keep(remedy: HoldRemedy): Promise<string> {
    const code = `r-${randomUUID().slice(0, 8)}`;
    await change(wishOf(code, remedy));
    return code;
  }

  /** A filing that waits to be issued, with so many documents. */
  async function received(count: number) {
    const filing = await storeFiling(filer, { receivedAt: now });
    const about = { kind: 'claim' as const, state: 'ready' as const, size: 5, pages: 1 };
    const of = { draftId: filing.draftId, filingId: filing.id, uploadedBy: filer.userId };
    const ids: string[] = [];
    for (let nth = 0; nth < count; nth += 1) {
      const [document] = await db()
        .insert(documents)
        .values({ ...about, ...of, name: `${nth}.pdf` })
        .returning();
      const file = { size: 5, sha256: 'a'.repeat(64), storageKey: randomUUID() };
      await db()
        .insert(documentVersions)
        .values({ documentId: document?.id ?? '', version: 1, kind: 'uploaded', ...file });
      ids.push(document?.id ?? '');
    }
    return { ...filing, ids };
  }
  const place = async (reference: string, code: string, documentIds: string[], actor = clerk) =>
    placeHold(
      actor,
      reference,
      { chosen: await chosenReason(actor, code, now), documentIds, note: 'Page 3 is missing' },
      notice,
      times,
    );
  const rowOf = async ({ id }: { id: string }) =>
    (await db().select().from(filings).where(eq(filings.id, id)))[0];
  async function newFile() {
    const customId = randomUUID();
    await notePending(customId, now);
    return {
      ...{ name: 'copy.pdf', storageKey: randomUUID(), customId, size: 6, pages: 1 },
      ...{ sha256: 'b'.repeat(64), place: null, comparison: { isSame: true, removed: [], added: [] } },
    };
  }
  const replace = async (reference: string, documentId: string, stillAsked: number) =>
    replaceDocument(
      filer,
      { reference, documentId, promised: '2026-11-23' },
      await newFile(),
      { ...notice, stillAsked },
      times,
    );

  it('keep the date, name a reason of the catalogue, and tell the filer and colleagues', async () => {
    const [code, filing] = [await keep('replacement'), await received(2)];
    await place(filing.reference, code, [filing.ids[1] ?? '']);
    expect(await rowOf(filing)).toMatchObject({
      ...{ state: 'held', holdReason: 'by-staff', heldDocument: filing.ids[1], furtherHeld: [] },
      ...{ issueOn: '2026-11-23', receivedAt: now, heldAt: now },
    });
    const seen = await getFiling(filer, filing.reference);
    expect(seen.keptReason).toMatchObject({ code, wordsFr: `${code} en français`, remedy: 'replacement' });
    const mails = await db().select().from(outbox).where(eq(outbox.filingId, filing.id));
    expect(mails).toMatchObject([{ kind: 'claim-held', recipient: filing.contact.email }]);
    expect(await listNotes(clerk, filing.reference)).toMatchObject([{ text: 'Page 3 is missing' }]);
    const [line] = await db().select().from(audit).where(eq(audit.subject, filing.reference));
    expect(line).toMatchObject({ action: 'hold filing', userId: clerk.userId });
    const told = { before: 'received', after: 'held', reason: 'by-staff', code, document: filing.ids[1] };
    expect(line?.details).toEqual(told);
  });

  it('are placed once, on a filing that waits to be issued, and not by its filer', async () => {
    const [code, filing] = [await keep('none'), await received(1)];
    await expect(place(filing.reference, code, [], filer)).rejects.toThrow(NotFound);
    const both = await Promise.allSettled([
      place(filing.reference, code, []),
      place(filing.reference, code, [], one),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find((each) => each.status === 'rejected');
    expect(refused?.reason).toEqual(new Refused('notToBeHeld'));
    const mails = and(eq(outbox.filingId, filing.id), eq(outbox.kind, 'claim-held'));
    expect(await db().$count(outbox, mails)).toBe(1);
    const issued = await storeFiling(filer, { receivedAt: now, state: 'issued' });
    await expect(place(issued.reference, code, [])).rejects.toThrow(new Refused('notToBeHeld'));
  });

  it('take a filing from the worker that is about to issue it', async () => {
    const [code, filing] = [await keep('none'), await received(1)];
    const leased = await leaseDueFiling(times, 60_000, filing.id);
    if (!leased) throw new Error('nothing was leased');
    await place(filing.reference, code, []);
    const mail = { subject: 's', html: 'h', text: 't' };
    await expect(completeIssue(leased, 'CV-26-00000001-0000', [], mail, times)).rejects.toThrow(LeaseLost);
    expect((await rowOf(filing))?.state).toBe('held');
    await releaseFiling(clerk, filing.reference, times, false);
    expect(await rowOf(filing)).toMatchObject({
      state: 'received',
      keptReasonId: null,
      issueOn: '2026-11-23',
    });
  });

  it('ask for documents of the filing as the reason says, and for no others', async () => {
    const [code, filing, stranger] = [await keep('replacement'), await received(1), await received(1)];
    const none = await keep('none');
    for (const ids of [[], stranger.ids, [...filing.ids, ...stranger.ids]])
      await expect(place(filing.reference, code, ids)).rejects.toThrow(new Refused('chooseDocuments'));
    await expect(place(filing.reference, none, filing.ids)).rejects.toThrow(new Refused('documentsNeedless'));
    await expect(chosenReason(clerk, 'no-such-reason', now)).rejects.toThrow(new Refused('chooseHoldReason'));
    await expect(chosenReason(clerk, 'by-staff', now)).rejects.toThrow(new Refused('chooseHoldReason'));
    const before = { ...notice, writtenFor: '2026-11-20' };
    const chosen = await chosenReason(clerk, 'corrupt', now);
    const asked = { chosen, documentIds: filing.ids, note: 'n' };
    await expect(placeHold(clerk, filing.reference, asked, before, times)).rejects.toThrow(Outdated);
    expect((await rowOf(filing))?.state).toBe('received');
  });

  it('end with the last document that was asked for, and leave the others as they are', async () => {
    const [code, filing] = [await keep('replacement'), await received(3)];
    const [first = '', second = '', third = ''] = filing.ids;
    await place(filing.reference, code, [first, second]);
    await expect(replace(filing.reference, third, 2)).rejects.toThrow(new Refused('notOnHold'));
    await expect(replace(filing.reference, first, 0)).rejects.toThrow(Outdated);
    await replace(filing.reference, first, 1);
    expect(await rowOf(filing)).toMatchObject({ state: 'held', heldDocument: second, furtherHeld: [] });
    await expect(replace(filing.reference, first, 0)).rejects.toThrow(new Refused('notOnHold'));
    await replace(filing.reference, second, 0);
    expect(await rowOf(filing)).toMatchObject({ state: 'received', heldDocument: null, keptReasonId: null });
    const kinds = (await getFiling(filer, filing.reference)).documents.map(({ versions }) =>
      versions.map(({ kind }) => kind),
    );
    expect(kinds).toEqual([['uploaded', 'replacement'], ['uploaded', 'replacement'], ['uploaded']]);
  });

  it('take a repaired copy only where it keeps the date', async () => {
    const [strict, lenient] = [await keep('replacement'), await keep('repaired-copy')];
    const [refused, taken] = [await received(1), await received(2)];
    const offer = async ({ reference }: { reference: string }, documentId = '') =>
      offerRepairedCopy(filer, { reference, documentId }, await newFile(), times);
    await place(refused.reference, strict, refused.ids);
    await expect(offer(refused, refused.ids[0])).rejects.toThrow(new Refused('repairedCopyNotTaken'));
    await place(taken.reference, lenient, taken.ids);
    for (const id of taken.ids) await offer(taken, id);
    const [second, first] = await listSubstitutes(filer, taken.reference);
    const approve = (id = '', stillAsked = 0) =>
      decideSubstitute(one, id, { approve: true, reason: 'seen' }, { ...notice, stillAsked }, times);
    await approve(first?.id, 1);
    expect((await rowOf(taken))?.state).toBe('held');
    const left = await listSubstitutes(filer, taken.reference);
    expect(left.map(({ state }) => state).sort()).toEqual(['approved', 'proposed']);
    await approve(second?.id);
    expect(await rowOf(taken)).toMatchObject({ state: 'received', issueOn: '2026-11-23' });
  });

  it('are given another reason or other documents, of which the filer is told', async () => {
    const [code, other, filing] = [await keep('replacement'), await keep('repaired-copy'), await received(2)];
    const [first = '', second = ''] = filing.ids;
    const { reference } = filing;
    const hold = async (to: string, seen: string, documentIds: string[], actor = clerk) => {
      const chosen = await chosenReason(actor, to, now);
      const at = new Date(now.getTime() + 60_000);
      const placing = { chosen, documentIds, note: 'Page 4 as well', seen };
      await changeHold(actor, reference, placing, notice, { now: at, courtNow: at });
    };
    await expect(hold(code, other, [first])).rejects.toThrow(new Refused('notOnHold'));
    await place(reference, other, [first, second]);
    await offerRepairedCopy(filer, { reference, documentId: first }, await newFile(), times);
    await expect(hold(code, other, [first], filer)).rejects.toThrow(NotFound);
    await expect(hold(code, code, [first])).rejects.toThrow(new Refused('holdChanged'));
    await expect(hold(other, other, [second, first])).rejects.toThrow(new Refused('sameHold'));
    await expect(hold(code, other, [])).rejects.toThrow(new Refused('chooseDocuments'));
    await hold(code, other, [second]);
    expect(await rowOf(filing)).toMatchObject({
      ...{ state: 'held', heldDocument: second, furtherHeld: [], heldAt: now, issueOn: '2026-11-23' },
    });
    expect(await listSubstitutes(filer, reference)).toMatchObject([{ state: 'lapsed' }]);
    expect((await getFiling(filer, reference)).keptReason).toMatchObject({ code });
    const mails = and(eq(outbox.filingId, filing.id), eq(outbox.kind, 'claim-held'));
    expect(await db().$count(outbox, mails)).toBe(2);
    const acts = (await listTimeline(clerk, filing)).filter((event) => event.kind === 'act');
    expect(acts.map(({ action, details }) => [action, details.code ?? details.after])).toEqual([
      ['hold filing', other],
      ['offer substitute', undefined],
      ['change hold', code],
    ]);
    expect(acts[2]?.details).toEqual({ before: other, after: code, document: second });
    await releaseFiling(clerk, reference, times, false);
    await expect(hold(code, code, [second])).rejects.toThrow(new Refused('notOnHold'));
  });

  it('have reasons whose words change from a day on, and end, when two registrars say so', async () => {
    const code = await keep('replacement');
    const reasons = async (day: string) =>
      (await listActiveReasons(clerk, day)).filter((reason) => reason.code === code);
    const filing = await received(1);
    await place(filing.reference, code, filing.ids);
    const again = propose(one, wishOf(code, 'none'), 'r', times);
    await expect(again).rejects.toThrow(new Refused('reasonOverlaps'));
    await change({ ...wishOf(code, 'none', '2026-12-01'), wordsEn: 'New words' } as Wish);
    expect(await reasons('2026-11-30')).toMatchObject([{ remedy: 'replacement', activeUntil: '2026-11-30' }]);
    expect(await reasons('2026-12-01')).toMatchObject([{ remedy: 'none', wordsEn: 'New words' }]);
    expect((await getFiling(filer, filing.reference)).keptReason?.wordsEn).toBe(`${code} in English`);
    const [current] = await reasons('2026-12-01');
    const end = (activeUntil: string): Wish => ({
      kind: 'end-hold-reason',
      id: current?.id ?? '',
      activeUntil,
    });
    await expect(propose(one, end('2026-11-30'), 'r', times)).rejects.toThrow(new Refused('untilBeforeFrom'));
    await change(end('2026-12-24'));
    expect(await reasons('2026-12-25')).toEqual([]);
    const lines = await db().select().from(audit).where(eq(audit.subject, code)).orderBy(audit.entry);
    const done = lines.filter(({ action }) => action.endsWith('hold reason'));
    expect(done.map(({ details }) => [details?.before, details?.after])).toEqual([
      ['nothing', `${code} in English`],
      [`${code} in English`, 'New words'],
      ['nothing', '2026-12-24'],
    ]);
    await expect(propose(clerk, wishOf('mine', 'none'), 'r', times)).rejects.toThrow(NotFound);
    await expect(listKeptReasons(filer)).rejects.toThrow(NotFound);
  });
});
