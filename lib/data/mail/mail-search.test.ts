import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { seedCourts } from '@/lib/data/court/courts';
import { db } from '@/lib/data/db/db';
import { courtFiles } from '@/lib/data/db/schema/court';
import { outbox } from '@/lib/data/db/schema/mail';
import { searchMails } from '@/lib/data/mail/mail-search';
import { queueMail } from '@/lib/data/mail/outbox';
import type { UserActor } from '@/lib/domain/access/access';
import { MAIL_STANDINGS, type MailTerms } from '@/lib/domain/filing/mail-search';
import { mailStanding } from '@/lib/domain/filing/mail-standing';
import { newFiler, newPerson } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';

const now = new Date('2026-11-24T15:00:00Z');
const number = 'CV-26-00000007-0000';

eachDatabase('search of e-mail', () => {
  let clerk: UserActor;
  let reference: string;

  beforeAll(async () => {
    await seedCourts();
    clerk = await newPerson('clerk');
    const filer = await newFiler(now);
    await db()
      .insert(courtFiles)
      .values({ number, courtId: 'perth', title: 'A v. B', openedOn: '2026-11-23' });
    const filing = await storeFiling(filer, { receivedAt: now, state: 'issued', fileNumber: number });
    reference = filing.reference;
    const queue = (dedupeKey: string, recipient: string, at: Date, more: object = {}) =>
      queueMail(
        db(),
        { kind: 'claim-issued', dedupeKey, recipient, subject: dedupeKey, html: '', text: '', ...more },
        at,
      );
    await queue('of the filing', 'Zoe_1@Exämple.org', now, { filingId: filing.id });
    await queue('to another', 'zoeX1@xn--exmple-cua.org', now, { kind: 'claim-received' });
    // One minute before midnight in Toronto, and one after.
    await queue('before', 'mona@example.org', new Date('2023-06-02T03:59:00Z'));
    await queue('after', 'mona@example.org', new Date('2023-06-02T04:01:00Z'));
    const states = ['unconfirmed', 'queued', 'sent', 'failed', 'uncertain', 'suppressed'] as const;
    const early = new Date('2020-01-01T15:00:00Z');
    for (const state of states) {
      await queue(state, `states-${state}@example.org`, early);
      await db().update(outbox).set({ state }).where(eq(outbox.dedupeKey, state));
    }
    const reported = {
      delivered: { deliveredAt: early },
      bounced: { deliveredAt: early, bouncedAt: early },
      complained: { deliveredAt: early, complainedAt: early },
    };
    for (const [name, report] of Object.entries(reported)) {
      await queue(name, `states-${name}@example.org`, early);
      await db()
        .update(outbox)
        .set({ state: 'sent', ...report })
        .where(eq(outbox.dedupeKey, name));
    }
  });

  const find = async (terms: Partial<MailTerms>) =>
    (await searchMails(clerk, { ...terms, page: 1 })).rows.map(({ subject }) => subject);

  it.each([
    ['zoe_1@exämple.org', ['of the filing']],
    ['ZOE_1@EXÄMPLE.ORG', ['of the filing']],
    ['zoe_1', ['of the filing']],
    ['zoe', ['of the filing', 'to another']],
    ['mona@ex', ['after', 'before']],
    ['%', []],
    ['ona@example.org', []],
    ['cv-26-7', ['of the filing']],
    [`${number} zoe`, ['of the filing']],
    [`${number} mona`, []],
    ['R-0000-0000', []],
  ])('finds %s', async (typed, subjects) => {
    expect((await find({ typed })).sort()).toEqual([...subjects].sort());
  });

  it('finds what is about a filing by its reference, with and without dashes', async () => {
    for (const typed of [reference, reference.toLowerCase().replaceAll('-', '')])
      expect(await find({ typed }), typed).toEqual(['of the filing']);
  });

  it('keeps to a kind and to days of Toronto, the last one included', async () => {
    expect(await find({ kind: 'claim-received' })).toEqual(['to another']);
    expect(await find({ writtenFrom: '2023-06-01', writtenUntil: '2023-06-01' })).toEqual(['before']);
    expect(await find({ writtenFrom: '2023-06-02', writtenUntil: '2023-06-02' })).toEqual(['after']);
    expect(await find({ typed: 'mona', kind: 'claim-received' })).toEqual([]);
  });

  it.each(MAIL_STANDINGS.filter((one) => one !== 'attention'))(
    'finds what is %s, as it is shown',
    async (standing) => {
      const { rows } = await searchMails(clerk, { typed: 'states-', standing, page: 1 });
      expect(rows.map(({ subject }) => subject)).toEqual([standing]);
      expect(rows.map((mail) => mailStanding(mail).standing)).toEqual([standing]);
    },
  );

  it('finds what needs a person', async () => {
    expect((await find({ standing: 'attention' })).sort()).toEqual(['failed', 'uncertain']);
  });

  it('asks for a whole court file number', async () => {
    await expect(find({ typed: 'CV-26' })).rejects.toThrow(new Refused('wholeFileNumber'));
  });

  it('does not exist for filers and visitors', async () => {
    for (const other of [await newPerson(), { kind: 'anonymous' } as const])
      await expect(searchMails(other, { page: 1 })).rejects.toThrow(NotFound);
  });
});
