import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { NotFound, Outdated, Refused } from '@/lib/data/access/errors';
import { seedCourts } from '@/lib/data/court/courts';
import { db } from '@/lib/data/db/db';
import { documents, documentVersions, substitutes } from '@/lib/data/db/schema/document';
import { filings } from '@/lib/data/db/schema/filing';
import { register } from '@/lib/data/db/schema/register';
import { releaseFiling } from '@/lib/data/filing/hold';
import { listUploaded } from '@/lib/data/filing/issuing';
import { notePending } from '@/lib/data/filing/pending-files';
import {
  getHeldDocument,
  getSubstitute,
  listSubstitutes,
  listWaitingSubstitutes,
} from '@/lib/data/filing/substitutes';
import { decideSubstitute, offerRepairedCopy, replaceDocument } from '@/lib/data/filing/substitution';
import type { Actor, Role, UserActor } from '@/lib/domain/access/access';
import { courtDay } from '@/lib/domain/court/calendar';
import type { SubstituteKind } from '@/lib/domain/filing/substitute';
import { newFiler, newPerson } from '@/lib/testing/account/people';
import { onDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';

// Monday's claim. Copies arrive on Monday and on Tuesday, at 10:00 in Toronto.
const monday = new Date('2026-11-23T15:00:00Z');
const tuesday = new Date('2026-11-24T15:00:00Z');
const now = new Date('2026-12-01T08:00:00Z');
const notice = (writtenFor: string) => ({ letter: { subject: 's', html: 'h', text: 't' }, writtenFor });
const visitor: Actor = { kind: 'anonymous' };

onDatabase('copies for a filing on hold', () => {
  let filer: UserActor;
  beforeAll(async () => {
    await seedCourts();
    filer = await newFiler(monday);
  });

  /** A filing on hold with one document that was uploaded. */
  async function held() {
    const filing = await storeFiling(filer, { receivedAt: monday, state: 'held', holdReason: 'corrupt' });
    const about = { kind: 'claim' as const, name: 'claim.pdf', state: 'ready' as const, size: 5, pages: 1 };
    const [document] = await db()
      .insert(documents)
      .values({ ...about, draftId: filing.draftId, filingId: filing.id, uploadedBy: filer.userId })
      .returning();
    if (!document) throw new Error('the document was not stored');
    await db()
      .insert(documentVersions)
      .values({
        ...{ documentId: document.id, version: 1, kind: 'uploaded' },
        ...{ size: 5, sha256: 'a'.repeat(64), storageKey: randomUUID() },
      });
    return { ...filing, documentId: document.id };
  }
  type Held = Awaited<ReturnType<typeof held>>;

  async function offer(
    filing: Held,
    kind: SubstituteKind,
    at = tuesday,
    actor = filer,
    promised = courtDay(at),
    writtenFor?: string,
  ) {
    const customId = randomUUID();
    await notePending(customId, now);
    const file = {
      ...{ name: 'copy.pdf', storageKey: randomUUID(), customId, size: 6, pages: 1 },
      ...{ sha256: 'b'.repeat(64), place: null, comparison: { isSame: true, removed: [], added: [] } },
    };
    const times = { now, courtNow: at };
    if (kind === 'repaired-copy') return offerRepairedCopy(actor, filing, file, times);
    const [row] = await db().select().from(filings).where(eq(filings.id, filing.id));
    return replaceDocument(
      actor,
      { ...filing, promised },
      file,
      notice(writtenFor ?? row?.issueOn ?? ''),
      times,
    );
  }
  async function proposed() {
    const filing = await held();
    await offer(filing, 'repaired-copy');
    const [substitute] = await listSubstitutes(filer, filing.reference);
    if (!substitute) throw new Error('nothing was offered');
    return { filing, substitute };
  }
  const decide = (actor: Actor, id: string, approve = true) =>
    decideSubstitute(actor, id, { approve, reason: 'seen' }, notice('2026-11-23'), {
      now,
      courtNow: tuesday,
    });
  const stateOf = async ({ id }: { id: string }) =>
    (await db().select().from(filings).where(eq(filings.id, id)))[0]?.state;

  it.each<Role>(['registrar', 'administrator'])('of the same content are decided by a %s', async (role) => {
    const actor = await newPerson(role);
    const { filing, substitute } = await proposed();
    await decide(actor, substitute.id);
    expect(await stateOf(filing)).toBe('received');
    const decided = { state: 'approved', decidedBy: actor.userId, decidedAt: tuesday, reason: 'seen' };
    expect(await getSubstitute(filer, substitute.id)).toMatchObject(decided);
    expect(await db().$count(register, eq(register.filingId, filing.id))).toBe(0);
    await expect(decide(actor, substitute.id, false)).rejects.toThrow(new Refused('notOnHold'));
  });

  it('are not decided by a clerk, the filer or a visitor', async () => {
    const { filing, substitute } = await proposed();
    for (const actor of [await newPerson('clerk'), filer, visitor]) {
      await expect(decide(actor, substitute.id)).rejects.toThrow(NotFound);
    }
    expect(await stateOf(filing)).toBe('held');
    await expect(decide(await newPerson('registrar'), randomUUID())).rejects.toThrow(NotFound);
  });

  it('are refused once', async () => {
    const registrar = await newPerson('registrar');
    const { filing, substitute } = await proposed();
    await decide(registrar, substitute.id, false);
    await expect(decide(registrar, substitute.id)).rejects.toThrow(new Refused('alreadyDecided'));
    expect(await stateOf(filing)).toBe('held');
    expect(await listUploaded(filing)).toMatchObject([{ sha256: 'a'.repeat(64) }]);
  });

  it('take the place of what was uploaded, the last that was taken of all', async () => {
    const filing = await held();
    await offer(filing, 'replacement');
    await db().update(filings).set({ state: 'held' }).where(eq(filings.id, filing.id));
    await offer(filing, 'replacement');
    const stored = await db()
      .select()
      .from(documentVersions)
      .where(eq(documentVersions.documentId, filing.documentId))
      .orderBy(asc(documentVersions.version));
    expect(stored.map(({ version, kind }) => [version, kind])).toEqual([
      [1, 'uploaded'],
      [2, 'replacement'],
      [3, 'replacement'],
    ]);
    const newest = stored.at(-1);
    expect(await listUploaded(filing)).toMatchObject([
      { id: filing.documentId, storageKey: newest?.storageKey, sha256: 'b'.repeat(64) },
    ]);
  });

  it('of another content bear the date of their own receipt, with an entry only where that changes', async () => {
    const [sameDay, nextDay] = [await held(), await held()];
    await offer(sameDay, 'replacement', monday);
    await offer(nextDay, 'replacement', tuesday);
    const dated = async ({ id }: Held) => (await db().select().from(filings).where(eq(filings.id, id)))[0];
    expect(await dated(sameDay)).toMatchObject({ state: 'received', issueOn: '2026-11-23' });
    expect(await dated(nextDay)).toMatchObject({ state: 'received', issueOn: '2026-11-24', dueAt: tuesday });
    const entries = await db().select().from(register).where(eq(register.filingId, nextDay.id));
    expect(entries).toMatchObject([{ kind: 'redated', issuedOn: '2026-11-24' }]);
    expect(await db().$count(register, eq(register.filingId, sameDay.id))).toBe(0);
  });

  it('of another content bear no earlier date than a registrar gave the claim', async () => {
    const filing = await held();
    await db().update(filings).set({ issueOn: '2026-12-15' }).where(eq(filings.id, filing.id));
    const tooEarly = offer(filing, 'replacement', tuesday, filer, '2026-11-24');
    await expect(tooEarly).rejects.toThrow(new Refused('replacementDateChanged'));
    await offer(filing, 'replacement', tuesday, filer, '2026-12-15');
    const [row] = await db().select().from(filings).where(eq(filings.id, filing.id));
    expect(row).toMatchObject({ state: 'received', issueOn: '2026-12-15' });
    expect(await db().$count(register, eq(register.filingId, filing.id))).toBe(0);
  });

  it('of another content are taken under the date that the page promised, or not at all', async () => {
    const filing = await held();
    const afterClosing = new Date('2026-11-24T22:00:00Z');
    const late = offer(filing, 'replacement', afterClosing, filer, '2026-11-24');
    await expect(late).rejects.toThrow(new Refused('replacementDateChanged'));
    expect(await db().$count(substitutes, eq(substitutes.filingId, filing.id))).toBe(0);
    await offer(filing, 'repaired-copy', afterClosing, filer, '2026-11-24');
    expect(await stateOf(filing)).toBe('held');
  });

  it('of another content are not taken where the e-mail was written for another date of the claim', async () => {
    const filing = await held();
    const outdated = offer(filing, 'replacement', tuesday, filer, '2026-11-24', '2026-11-20');
    await expect(outdated).rejects.toThrow(Outdated);
    expect(await stateOf(filing)).toBe('held');
    expect(await listUploaded(filing)).toMatchObject([{ sha256: 'a'.repeat(64) }]);
    expect(await db().$count(substitutes, eq(substitutes.filingId, filing.id))).toBe(0);
  });

  it('of another content are decided anew, under the number and code of the filing', async () => {
    const filing = await held();
    await db().update(filings).set({ decidedAt: monday }).where(eq(filings.id, filing.id));
    await offer(filing, 'replacement', monday, filer, '2026-11-23');
    const [row] = await db().select().from(filings).where(eq(filings.id, filing.id));
    expect(row).toMatchObject({ state: 'received', issueOn: '2026-11-23', decidedAt: null });
  });

  it('are taken for the document that is held up alone', async () => {
    const filing = await held();
    const heldDocument = randomUUID();
    await db().update(filings).set({ heldDocument }).where(eq(filings.id, filing.id));
    await expect(offer(filing, 'replacement')).rejects.toThrow(new Refused('notOnHold'));
    const asked = getHeldDocument(filer, filing.reference, filing.documentId);
    await expect(asked).rejects.toThrow(new Refused('notOnHold'));
  });

  it('are needed no longer once the filing goes on without them', async () => {
    const { filing, substitute } = await proposed();
    await releaseFiling(await newPerson('clerk'), filing.reference, { now, courtNow: tuesday }, true);
    expect((await getSubstitute(filer, substitute.id)).state).toBe('lapsed');
    const replaced = await proposed();
    await offer(replaced.filing, 'replacement');
    expect((await getSubstitute(filer, replaced.substitute.id)).state).toBe('lapsed');
  });

  it('are offered by the filer alone, of a document of theirs, while the filing is on hold', async () => {
    const filing = await held();
    for (const actor of [await newFiler(monday), await newPerson('registrar')]) {
      await expect(offer(filing, 'repaired-copy', tuesday, actor)).rejects.toThrow(NotFound);
    }
    const foreign = { ...filing, documentId: (await held()).documentId };
    await expect(offer(foreign, 'repaired-copy')).rejects.toThrow(NotFound);
    await expect(getHeldDocument(filer, filing.reference, foreign.documentId)).rejects.toThrow(NotFound);
    const clerk = await newPerson('clerk');
    await expect(getHeldDocument(clerk, filing.reference, filing.documentId)).rejects.toThrow(NotFound);
    expect(await db().$count(substitutes, eq(substitutes.filingId, filing.id))).toBe(0);
    await db().update(filings).set({ state: 'withdrawn' }).where(eq(filings.id, filing.id));
    await expect(offer(filing, 'repaired-copy')).rejects.toThrow(new Refused('notOnHold'));
    const asked = getHeldDocument(filer, filing.reference, filing.documentId);
    await expect(asked).rejects.toThrow(new Refused('notOnHold'));
  });

  it('are shown to their filer and to staff, and to nobody else', async () => {
    const { filing, substitute } = await proposed();
    for (const actor of [filer, await newPerson('clerk')]) {
      expect((await getSubstitute(actor, substitute.id)).name).toBe('copy.pdf');
      expect(await listSubstitutes(actor, filing.reference)).toHaveLength(1);
    }
    for (const actor of [await newFiler(monday), visitor]) {
      await expect(getSubstitute(actor, substitute.id)).rejects.toThrow(NotFound);
      await expect(listSubstitutes(actor, filing.reference)).rejects.toThrow(NotFound);
    }
  });

  it('that wait are listed for staff while their filing is on hold', async () => {
    const { filing, substitute } = await proposed();
    expect(await listWaitingSubstitutes(await newPerson('clerk'))).toContain(filing.reference);
    await expect(listWaitingSubstitutes(filer)).rejects.toThrow(NotFound);
    await decide(await newPerson('registrar'), substitute.id, false);
    expect(await listWaitingSubstitutes(await newPerson('clerk'))).not.toContain(filing.reference);
  });
});
