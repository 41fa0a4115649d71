import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { seedCourts } from '@/lib/data/court/courts';
import { db } from '@/lib/data/db/db';
import { proposals } from '@/lib/data/db/schema/approval';
import { audit } from '@/lib/data/db/schema/audit';
import { courtFiles, restrictions } from '@/lib/data/db/schema/court';
import { type MailState, outbox } from '@/lib/data/db/schema/mail';
import { changeAddress } from '@/lib/data/mail/address-change';
import { leaseMail, type NewMail, queueMail } from '@/lib/data/mail/outbox';
import type { UserActor } from '@/lib/domain/access/access';
import { newFiler, newPerson } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';

const now = new Date('2026-11-24T15:00:00Z');

eachDatabase('the corrected address of one message', () => {
  let clerk: UserActor;
  let filer: UserActor;
  beforeAll(async () => {
    await seedCourts();
    clerk = await newPerson('clerk');
    filer = await newFiler(now);
  });

  async function written(state: MailState = 'queued', more: Partial<NewMail> = {}, filed: object = {}) {
    const { id: filingId } = await storeFiling(filer, { receivedAt: now, ...filed });
    const dedupeKey = crypto.randomUUID();
    const mail = { kind: 'claim-issued' as const, dedupeKey, recipient: 'wrnog@example.org', filingId };
    await queueMail(db(), { ...mail, subject: 'Issued', html: '<p>h</p>', text: 't', ...more }, now);
    const [row] = await db()
      .update(outbox)
      .set({ state })
      .where(eq(outbox.dedupeKey, dedupeKey))
      .returning({ id: outbox.id });
    return row?.id ?? '';
  }
  const right = { recipient: 'right@example.org', reason: 'typing error' };
  const change = (id: string, to = right, actor: UserActor = clerk) => changeAddress(actor, id, to, now);
  const rowOf = async (id: string) => (await db().select().from(outbox).where(eq(outbox.id, id)))[0];

  it.each<MailState>(['queued', 'unconfirmed', 'failed', 'uncertain'])(
    'takes the place of one that is %s, which never leaves; the audit log says why and names no address',
    async (state) => {
      const id = await written(state);
      const copy = await change(id);
      expect(await rowOf(id)).toMatchObject({ state: 'suppressed', recipient: 'wrnog@example.org' });
      expect(await rowOf(copy)).toMatchObject({
        ...{ state: 'queued', recipient: right.recipient, repeatOf: id, attempts: 0, subject: 'Issued' },
        ...{ html: '<p>h</p>', text: 't' },
      });
      const lines = await db().select().from(audit).where(eq(audit.subject, id));
      expect(lines).toMatchObject([
        {
          ...{ action: 'change mail address', userId: clerk.userId },
          details: { before: id, after: copy, reason: 'typing error' },
        },
      ]);
      expect(JSON.stringify(lines)).not.toContain('@');
    },
  );

  it('repeats one that was sent, whatever became of it', async () => {
    const id = await written('sent');
    await change(id);
    expect(await rowOf(id)).toMatchObject({ state: 'sent' });
  });

  it('queues one message where two ask at once', async () => {
    const id = await written();
    const results = await Promise.allSettled([change(id), change(id)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await db().$count(outbox, eq(outbox.repeatOf, id))).toBe(1);
  });

  it('is refused for the same address, and while the message is being sent', async () => {
    const id = await written();
    const same = { recipient: 'WRNOG@example.org', reason: 'r' };
    await expect(change(id, same)).rejects.toThrow(new Refused('nothingToReaddress'));
    await leaseMail(now, 100, 60_000);
    await expect(change(id)).rejects.toThrow(new Refused('nothingToReaddress'));
    expect(await rowOf(id)).toMatchObject({ state: 'queued' });
  });

  it('is refused for messages about access to an account and for those to staff', async () => {
    await queueMail(
      db(),
      {
        ...{ kind: 'password-link', dedupeKey: 'a link', recipient: 'owner@example.org' },
        ...{ subject: 's', html: 'h', text: 't' },
      },
      now,
    );
    const [link] = await db().select().from(outbox).where(eq(outbox.dedupeKey, 'a link'));
    const held = await written('queued', { kind: 'staff-held' });
    for (const id of [link?.id ?? '', held]) {
      await expect(change(id)).rejects.toThrow(new Refused('securityMail'));
      expect(await rowOf(id)).toMatchObject({ state: 'queued' });
    }
  });

  it('is not for a court file that is sealed: a clerk sees none, a registrar is refused', async () => {
    const number = 'CV-26-00000077-0000';
    await db().insert(courtFiles).values({ number, courtId: 'perth', title: 't', openedOn: '2026-11-23' });
    const id = await written('queued', {}, { state: 'issued', fileNumber: number });
    const registrar = await newPerson('registrar');
    const [proposal] = await db()
      .insert(proposals)
      .values({
        kind: 'add-closure',
        subject: number,
        reason: 'r',
        proposedAt: now,
        proposedBy: registrar.userId,
        change: {
          version: 1,
          kind: 'add-closure',
          closure: { on: '2027-04-06', isHoliday: false, nameEn: 'a', nameFr: 'b' },
          pastReason: '',
        },
      })
      .returning({ id: proposals.id });
    await db()
      .insert(restrictions)
      .values({
        ...{ fileNumber: number, kind: 'sealed', orderedOn: '2026-11-20', judge: 'J', since: now },
        proposalId: proposal?.id ?? '',
      });
    await expect(change(id)).rejects.toThrow(NotFound);
    await expect(change(id, right, registrar)).rejects.toThrow(new Refused('restrictedFile'));
  });

  it('does not exist for filers', async () => {
    const id = await written();
    await expect(change(id, right, filer)).rejects.toThrow(NotFound);
    await expect(change('no-id')).rejects.toThrow(NotFound);
  });
});
