import { desc, eq, sql } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';
import { NotFound } from '@/lib/data/access/errors';
import { db } from '@/lib/data/db/db';
import { outbox } from '@/lib/data/db/schema/mail';
import { searchMails } from '@/lib/data/mail/mail-search';
import { getMail, needsAttention } from '@/lib/data/mail/mails';
import { leaseMail, markSent, type NewMail, queueMail } from '@/lib/data/mail/outbox';
import type { Actor, Role } from '@/lib/domain/access/access';
import { eachDatabase } from '@/lib/testing/db/databases';

const now = new Date('2026-11-24T15:00:00Z');
const actor = (role: Role): Actor => ({
  ...{ kind: 'user', userId: 'u', role, sessionId: 's' },
  confirmedAt: now,
});

function mail(dedupeKey: string, more: Partial<NewMail> = {}): NewMail {
  return {
    kind: 'claim-issued',
    dedupeKey,
    recipient: 'zoe@example.org',
    subject: `Subject of ${dedupeKey}`,
    html: '<p>Issued</p>',
    text: 'Issued',
    ...more,
  };
}

const queue = (...mails: NewMail[]) =>
  db().transaction(async (tx) => {
    for (const each of mails) await queueMail(tx, each, now);
  });

eachDatabase('outbox', () => {
  afterEach(async () => {
    await db().delete(outbox);
  });

  it('keeps the first message of a dedupe key as it was', async () => {
    await queue(mail('one'));
    await queue(mail('one', { subject: 'Another' }), mail('two'));
    const { rows: mails, total } = await searchMails(actor('clerk'), { page: 1 });
    expect(mails.map((each) => each.subject).sort()).toEqual(['Subject of one', 'Subject of two']);
    expect(total).toBe(2);
  });

  it('keeps nothing when the transaction that it tells of fails', async () => {
    const failing = db().transaction(async (tx) => {
      await queueMail(tx, mail('one'), now);
      throw new Error('not issued');
    });
    await expect(failing).rejects.toThrow('not issued');
    expect((await searchMails(actor('clerk'), { page: 1 })).total).toBe(0);
  });

  it('lists 20 a page, newest first', async () => {
    for (let minute = 0; minute < 21; minute += 1) {
      await queueMail(db(), mail(`at ${minute}`), new Date(now.getTime() + minute * 60_000));
    }
    const first = await searchMails(actor('registrar'), { page: 1 });
    expect(first.rows).toHaveLength(20);
    expect(first.rows[0]).toMatchObject({ subject: 'Subject of at 20', state: 'queued', reference: null });
    const second = await searchMails(actor('registrar'), { page: 2 });
    expect(second.rows.map((each) => each.subject)).toEqual(['Subject of at 0']);
    expect(second.total).toBe(21);
  });

  it('lists in the order of a column, and turned round, over the pages', async () => {
    const recipients = ['b', 'A', 'c'].map((name) => `${name}@example.org`);
    await queue(...recipients.map((recipient, at) => mail(`${at}`, { recipient })));
    const listed = async (descending: boolean) => {
      const asked = { page: 1, sort: { by: 'recipient', descending } } as const;
      const { rows, isMore } = await searchMails(actor('clerk'), asked);
      expect(isMore).toBe(false);
      return rows.map(({ recipient }) => recipient[0]).join('');
    };
    expect([await listed(false), await listed(true)]).toEqual(['Abc', 'cbA']);
  });

  it('lists what needs a person alone: failed or uncertain, and not sent again since', async () => {
    await queue(mail('sent'), mail('failed'), mail('uncertain'), mail('repeated'), mail('waiting'));
    const change = (dedupeKey: string, set: Partial<typeof outbox.$inferInsert>) =>
      db().update(outbox).set(set).where(eq(outbox.dedupeKey, dedupeKey)).returning();
    await change('sent', { state: 'sent' });
    await change('failed', { state: 'failed' });
    await change('uncertain', { state: 'uncertain' });
    const [repeated] = await change('repeated', { state: 'failed' });
    const again = async (dedupeKey: string, minutes: number, state: 'failed' | 'sent') => {
      await queueMail(db(), mail(dedupeKey), new Date(now.getTime() + minutes * 60_000));
      await change(dedupeKey, { state, repeatOf: repeated?.id });
    };
    const subjects = async () => {
      const { rows, total } = await searchMails(actor('clerk'), { page: 1, standing: 'attention' });
      expect(rows).toHaveLength(total);
      return rows.map(({ subject }) => subject.replace('Subject of ', '')).sort();
    };
    expect(await subjects()).toEqual(['failed', 'repeated', 'uncertain']);
    await again('first repeat', 1, 'failed');
    expect(await subjects()).toEqual(['failed', 'first repeat', 'uncertain']);
    await again('second repeat', 2, 'sent');
    expect(await subjects()).toEqual(['failed', 'uncertain']);
    expect((await searchMails(actor('clerk'), { page: 1 })).total).toBe(7);
  });

  it('answers from an index what needs a person', async () => {
    const empty = { recipient: '', subject: '', html: '', text: '', attachments: [] };
    const body = { kind: 'claim-issued' as const, ...empty };
    const rows = Array.from({ length: 2_000 }, (_, n) => ({
      ...body,
      dedupeKey: `row ${n}`,
      state: n % 500 === 0 ? ('failed' as const) : ('sent' as const),
      dueAt: now,
      createdAt: new Date(now.getTime() + n),
    }));
    await db().insert(outbox).values(rows);
    await db().execute(sql`analyze outbox`);
    const page = db().select().from(outbox).where(needsAttention()).orderBy(desc(outbox.createdAt)).limit(20);
    const plan = JSON.stringify(await db().execute(sql`explain ${page}`));
    expect(plan).toContain('outbox_state');
    expect(plan).not.toMatch(/Seq Scan on outbox\b/);
  });

  it('shows staff a message; to anyone else there is none', async () => {
    await queue(mail('one', { attachments: [{ versionId: 'v1', filename: 'claim.pdf' }] }));
    const id = (await searchMails(actor('clerk'), { page: 1 })).rows[0]?.id ?? '';
    expect(await getMail(actor('administrator'), id)).toMatchObject({
      text: 'Issued',
      html: '<p>Issued</p>',
      attachments: [{ filename: 'claim.pdf' }],
    });
    for (const stranger of [actor('filer'), { kind: 'anonymous' } as const]) {
      await expect(searchMails(stranger, { page: 1 })).rejects.toThrow(NotFound);
      await expect(getMail(stranger, id)).rejects.toThrow(NotFound);
    }
    await expect(getMail(actor('clerk'), '00000000-0000-4000-8000-000000000000')).rejects.toThrow(NotFound);
    await expect(getMail(actor('clerk'), 'no id')).rejects.toThrow(NotFound);
  });

  it('never shows the link that opens an account, and forgets it once sent', async () => {
    await queue(mail('link', { kind: 'password-link', text: 'https://claims.example.org/secret' }));
    const id = (await searchMails(actor('administrator'), { page: 1 })).rows[0]?.id ?? '';
    const hidden = { kind: 'password-link', text: null, html: null, providerId: null };
    expect(await getMail(actor('administrator'), id)).toMatchObject(hidden);
    for (const leased of await leaseMail(now, 1, 180_000)) await markSent(leased, 'provider-1', now);
    expect(await getMail(actor('administrator'), id)).toMatchObject({ ...hidden, state: 'sent' });
    expect(await db().select({ text: outbox.text, html: outbox.html }).from(outbox)).toEqual([
      { text: '', html: '' },
    ]);
  });
});
