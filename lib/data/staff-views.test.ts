import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { seedCourts } from '@/lib/data/courts';
import { db } from '@/lib/data/db';
import { NotFound } from '@/lib/data/errors';
import { queueMail } from '@/lib/data/outbox';
import { audit, documents, documentVersions, outbox, receipts, repairs } from '@/lib/data/schema';
import { viewFiling, viewMail, viewReceipt, viewRepair, viewUser, viewVersion } from '@/lib/data/staff-views';
import { eachDatabase } from '@/lib/data/testing';
import { storeFiling } from '@/lib/data/testing-filings';
import { newFiler, newPerson } from '@/lib/data/testing-people';
import type { Actor, UserActor } from '@/lib/domain/access';

const now = new Date('2026-11-24T15:00:00Z');
const noComparison = { isSame: null, removed: [], added: [] };

eachDatabase('what staff look at', () => {
  let filer: UserActor;
  let reference: string;
  const ids = { version: '', repair: '', mail: '' };
  type View = {
    action: string;
    view: (actor: Actor) => Promise<unknown>;
    subject: () => string;
    ofFiler?: true;
  };

  const views: View[] = [
    {
      action: 'view filing',
      view: (actor) => viewFiling(actor, reference, now),
      subject: () => reference,
      ofFiler: true,
    },
    {
      action: 'view receipt',
      view: (actor) => viewReceipt(actor, reference, now),
      subject: () => reference,
      ofFiler: true,
    },
    {
      action: 'view document',
      view: (actor) => viewVersion(actor, ids.version, now),
      subject: () => reference,
      ofFiler: true,
    },
    {
      action: 'view copy',
      view: (actor) => viewRepair(actor, ids.repair, now),
      subject: () => ids.repair,
      ofFiler: true,
    },
    { action: 'view e-mail', view: (actor) => viewMail(actor, ids.mail, now), subject: () => ids.mail },
    { action: 'view user', view: (actor) => viewUser(actor, filer.userId, now), subject: () => filer.userId },
  ];

  beforeAll(async () => {
    await seedCourts();
    filer = await newFiler(now);
    const filing = await storeFiling(filer, { receivedAt: now });
    reference = filing.reference;
    const about = { receivedAt: now, issueOn: '2026-11-24', documents: [] };
    await db()
      .insert(receipts)
      .values({ filingId: filing.id, ...about });
    const file = { name: 'claim.pdf', size: 5, pages: 1 };
    const [document] = await db()
      .insert(documents)
      .values({ ...file, kind: 'claim', state: 'ready', draftId: filing.draftId, uploadedBy: filer.userId })
      .returning();
    const stored = { documentId: document?.id ?? '', size: 5, sha256: 'a'.repeat(64) };
    const [version] = await db()
      .insert(documentVersions)
      .values({ ...stored, version: 0, storageKey: randomUUID() })
      .returning();
    const offered = { filingId: filing.id, kind: 'same-content' as const, comparison: noComparison };
    const [repair] = await db()
      .insert(repairs)
      .values({
        ...file,
        ...stored,
        ...offered,
        storageKey: randomUUID(),
        receivedAt: now,
        certifiedBy: filer.userId,
      })
      .returning();
    const mail = { recipient: 'zoe@example.org', subject: 's', html: 'h', text: 't', filingId: filing.id };
    await queueMail(db(), { kind: 'claim-received', dedupeKey: reference, ...mail }, now);
    const [queued] = await db().select().from(outbox).where(eq(outbox.dedupeKey, reference));
    Object.assign(ids, { version: version?.id, repair: repair?.id, mail: queued?.id });
  });

  const linesOf = ({ userId }: UserActor, action: string) =>
    db()
      .select({ subject: audit.subject, outcome: audit.outcome, at: audit.at })
      .from(audit)
      .where(and(eq(audit.userId, userId), eq(audit.action, action)));

  it.each(views)('is recorded: $action', async ({ action, view, subject }) => {
    const administrator = await newPerson('administrator');
    await view(administrator);
    expect(await linesOf(administrator, action)).toEqual([{ subject: subject(), outcome: 'done', at: now }]);
  });

  it.each(views.filter(({ ofFiler }) => ofFiler))(
    'is no line where it is their own: $action',
    async (one) => {
      await one.view(filer);
      expect(await linesOf(filer, one.action)).toEqual([]);
    },
  );

  it.each(views)('does not exist for others, and is no view then: $action', async ({ action, view }) => {
    const other = await newFiler(now);
    await expect(view(other)).rejects.toThrow(NotFound);
    await expect(view({ kind: 'anonymous' })).rejects.toThrow(NotFound);
    expect(await linesOf(other, action)).toEqual([]);
  });
});
