import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { NotFound } from '@/lib/data/access/errors';
import {
  viewFiling,
  viewMail,
  viewMailFrame,
  viewReceipt,
  viewSubstitute,
  viewUser,
  viewVersion,
} from '@/lib/data/claim/staff-views';
import { seedCourts } from '@/lib/data/court/courts';
import { db } from '@/lib/data/db/db';
import { audit } from '@/lib/data/db/schema/audit';
import { documents, documentVersions, substitutes } from '@/lib/data/db/schema/document';
import { receipts } from '@/lib/data/db/schema/filing';
import { outbox } from '@/lib/data/db/schema/mail';
import { queueMail } from '@/lib/data/mail/outbox';
import type { Actor, UserActor } from '@/lib/domain/access/access';
import type { AuditAction } from '@/lib/domain/access/audit';
import { newFiler, newPerson } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';

const now = new Date('2026-11-24T15:00:00Z');
const noComparison = { isSame: null, removed: [], added: [] };

eachDatabase('what staff look at', () => {
  let filer: UserActor;
  let reference: string;
  const ids = { version: '', substitute: '', mail: '' };
  type View = {
    action: AuditAction;
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
      view: (actor) => viewSubstitute(actor, ids.substitute, now),
      subject: () => ids.substitute,
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
    const of = { draftId: filing.draftId, filingId: filing.id };
    const [document] = await db()
      .insert(documents)
      .values({ ...file, ...of, kind: 'claim', state: 'ready', uploadedBy: filer.userId })
      .returning();
    const stored = { documentId: document?.id ?? '', size: 5, sha256: 'a'.repeat(64) };
    const [version] = await db()
      .insert(documentVersions)
      .values({ ...stored, version: 1, kind: 'uploaded', storageKey: randomUUID() })
      .returning();
    const offered = { filingId: filing.id, kind: 'repaired-copy' as const, comparison: noComparison };
    const [substitute] = await db()
      .insert(substitutes)
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
    Object.assign(ids, { version: version?.id, substitute: substitute?.id, mail: queued?.id });
  });

  const linesOf = ({ userId }: UserActor, action: AuditAction) =>
    db()
      .select({ subject: audit.subject, outcome: audit.outcome, at: audit.at })
      .from(audit)
      .where(and(eq(audit.userId, userId), eq(audit.action, action)));

  it.each(views)('is recorded: $action', async ({ action, view, subject }) => {
    const administrator = await newPerson('administrator');
    await view(administrator);
    expect(await linesOf(administrator, action)).toEqual([{ subject: subject(), outcome: 'done', at: now }]);
  });

  it('is one line for a message and the frame in its page', async () => {
    const clerk = await newPerson('clerk');
    const at = (ms: number) => new Date(now.getTime() + ms);
    await viewMailFrame(clerk, ids.mail, at(0));
    await viewMail(clerk, ids.mail, at(120_000));
    await viewMailFrame(clerk, ids.mail, at(121_000));
    await viewMailFrame(await newPerson('clerk'), ids.mail, at(122_000));
    expect((await linesOf(clerk, 'view e-mail')).map((line) => line.at)).toEqual([at(0), at(120_000)]);
    await expect(viewMailFrame(filer, ids.mail, now)).rejects.toThrow(NotFound);
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
