import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { seedCourts } from '@/lib/data/courts';
import { db } from '@/lib/data/db';
import { NotFound, Refused } from '@/lib/data/errors';
import { releaseFiling } from '@/lib/data/hold';
import { listUploaded } from '@/lib/data/issuing';
import { notePending } from '@/lib/data/pending-files';
import {
  decideRepair,
  getHeldDocument,
  getRepair,
  listRepairs,
  listWaitingRepairs,
  offerRepair,
} from '@/lib/data/repairs';
import { documents, documentVersions, filings, register, repairs } from '@/lib/data/schema';
import { eachDatabase } from '@/lib/data/testing';
import { storeFiling } from '@/lib/data/testing-filings';
import { newFiler, newPerson } from '@/lib/data/testing-people';
import type { Actor, Role, UserActor } from '@/lib/domain/access';
import { courtDay } from '@/lib/domain/calendar';
import type { RepairKind } from '@/lib/domain/repair';

// Monday's claim; copies arrive on Monday and on Tuesday, at 10:00 in Toronto
const monday = new Date('2026-11-23T15:00:00Z');
const tuesday = new Date('2026-11-24T15:00:00Z');
const now = new Date('2026-12-01T08:00:00Z');
const words = async () => ({ subject: 's', html: 'h', text: 't' });
const visitor: Actor = { kind: 'anonymous' };

eachDatabase('copies for a filing on hold', () => {
  let filer: UserActor;
  beforeAll(async () => {
    await seedCourts();
    filer = await newFiler(monday);
  });

  const version = (documentId: string, number: number) => ({
    ...{ documentId, version: number, size: 5, sha256: 'a'.repeat(64) },
    storageKey: randomUUID(),
  });

  /** A filing on hold with one document that was uploaded. */
  async function held() {
    const filing = await storeFiling(filer, { receivedAt: monday, state: 'held', holdReason: 'corrupt' });
    const about = { kind: 'claim' as const, name: 'claim.pdf', state: 'ready' as const, size: 5, pages: 1 };
    const [document] = await db()
      .insert(documents)
      .values({ ...about, draftId: filing.draftId, uploadedBy: filer.userId })
      .returning();
    if (!document) throw new Error('the document was not stored');
    await db().insert(documentVersions).values(version(document.id, 0));
    return { ...filing, documentId: document.id };
  }
  type Held = Awaited<ReturnType<typeof held>>;

  async function offer(filing: Held, kind: RepairKind, at = tuesday, actor = filer, promised = courtDay(at)) {
    const customId = randomUUID();
    await notePending(customId, now);
    await offerRepair(
      actor,
      { ...filing, promised },
      {
        ...{ kind, name: 'copy.pdf', storageKey: randomUUID(), customId, size: 6, pages: 1 },
        ...{ sha256: 'b'.repeat(64), place: null, comparison: { isSame: true, removed: [], added: [] } },
      },
      { now, courtNow: at },
      words,
    );
  }
  async function proposed() {
    const filing = await held();
    await offer(filing, 'same-content');
    const [repair] = await listRepairs(filer, filing.reference);
    if (!repair) throw new Error('nothing was offered');
    return { filing, repair };
  }
  const decide = (actor: Actor, id: string, approve = true) =>
    decideRepair(actor, id, { approve, reason: 'seen' }, { now, courtNow: tuesday }, words);
  const stateOf = async ({ id }: { id: string }) =>
    (await db().select().from(filings).where(eq(filings.id, id)))[0]?.state;

  it.each<Role>(['registrar', 'administrator'])('of the same content are decided by a %s', async (role) => {
    const actor = await newPerson(role);
    const { filing, repair } = await proposed();
    await decide(actor, repair.id);
    expect(await stateOf(filing)).toBe('received');
    const decided = { state: 'approved', decidedBy: actor.userId, decidedAt: tuesday, reason: 'seen' };
    expect(await getRepair(filer, repair.id)).toMatchObject(decided);
    expect(await db().$count(register, eq(register.filingId, filing.id))).toBe(0);
    await expect(decide(actor, repair.id, false)).rejects.toThrow(new Refused('notOnHold'));
  });

  it('are not decided by a clerk, the filer or a visitor', async () => {
    const { filing, repair } = await proposed();
    for (const actor of [await newPerson('clerk'), filer, visitor]) {
      await expect(decide(actor, repair.id)).rejects.toThrow(NotFound);
    }
    expect(await stateOf(filing)).toBe('held');
    await expect(decide(await newPerson('registrar'), randomUUID())).rejects.toThrow(NotFound);
  });

  it('are refused once', async () => {
    const registrar = await newPerson('registrar');
    const { filing, repair } = await proposed();
    await decide(registrar, repair.id, false);
    await expect(decide(registrar, repair.id)).rejects.toThrow(new Refused('alreadyDecided'));
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
      .where(eq(documentVersions.documentId, filing.documentId));
    expect(stored.map(({ version: number }) => number).sort()).toEqual([0, 2, 3]);
    const newest = stored.find(({ version: number }) => number === 3);
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
    expect(await db().$count(repairs, eq(repairs.filingId, filing.id))).toBe(0);
    await offer(filing, 'same-content', afterClosing, filer, '2026-11-24');
    expect(await stateOf(filing)).toBe('held');
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
    const { filing, repair } = await proposed();
    await releaseFiling(await newPerson('clerk'), filing.reference, { now, courtNow: tuesday });
    expect((await getRepair(filer, repair.id)).state).toBe('lapsed');
    const replaced = await proposed();
    await offer(replaced.filing, 'replacement');
    expect((await getRepair(filer, replaced.repair.id)).state).toBe('lapsed');
  });

  it('are offered by the filer alone, of a document of theirs, while the filing is on hold', async () => {
    const filing = await held();
    for (const actor of [await newFiler(monday), await newPerson('registrar')]) {
      await expect(offer(filing, 'same-content', tuesday, actor)).rejects.toThrow(NotFound);
    }
    const foreign = { ...filing, documentId: (await held()).documentId };
    await expect(offer(foreign, 'same-content')).rejects.toThrow(NotFound);
    await expect(getHeldDocument(filer, filing.reference, foreign.documentId)).rejects.toThrow(NotFound);
    const clerk = await newPerson('clerk');
    await expect(getHeldDocument(clerk, filing.reference, filing.documentId)).rejects.toThrow(NotFound);
    expect(await db().$count(repairs, eq(repairs.filingId, filing.id))).toBe(0);
    await db().update(filings).set({ state: 'withdrawn' }).where(eq(filings.id, filing.id));
    await expect(offer(filing, 'same-content')).rejects.toThrow(new Refused('notOnHold'));
    const asked = getHeldDocument(filer, filing.reference, filing.documentId);
    await expect(asked).rejects.toThrow(new Refused('notOnHold'));
  });

  it('are shown to their filer and to staff, and to nobody else', async () => {
    const { filing, repair } = await proposed();
    for (const actor of [filer, await newPerson('clerk')]) {
      expect((await getRepair(actor, repair.id)).name).toBe('copy.pdf');
      expect(await listRepairs(actor, filing.reference)).toHaveLength(1);
    }
    for (const actor of [await newFiler(monday), visitor]) {
      await expect(getRepair(actor, repair.id)).rejects.toThrow(NotFound);
      await expect(listRepairs(actor, filing.reference)).rejects.toThrow(NotFound);
    }
  });

  it('that wait are listed for staff while their filing is on hold', async () => {
    const { filing, repair } = await proposed();
    expect(await listWaitingRepairs(await newPerson('clerk'))).toContain(filing.reference);
    await expect(listWaitingRepairs(filer)).rejects.toThrow(NotFound);
    await decide(await newPerson('registrar'), repair.id, false);
    expect(await listWaitingRepairs(await newPerson('clerk'))).not.toContain(filing.reference);
  });
});
