import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { db } from '@/lib/data/db/db';
import { audit } from '@/lib/data/db/schema/audit';
import { type MailState, outbox } from '@/lib/data/db/schema/mail';
import { retryMail } from '@/lib/data/mail/mails';
import { leaseMail } from '@/lib/data/mail/outbox';
import { suppressMail } from '@/lib/data/mail/suppression';
import { newPerson } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';

const now = new Date('2026-11-24T15:00:00Z');

async function storeMail(state: MailState): Promise<string> {
  const letter = { recipient: 'zoe@example.org', subject: '', html: '', text: '', attachments: [] };
  const row = { kind: 'claim-issued' as const, dedupeKey: crypto.randomUUID(), dueAt: now, ...letter };
  const [mail] = await db()
    .insert(outbox)
    .values({ ...row, state })
    .returning();
  return mail?.id ?? '';
}

const rowOf = async (id: string) => (await db().select().from(outbox).where(eq(outbox.id, id)))[0];
const nothingToStop = new Refused('nothingToStop');

eachDatabase('stopping e-mail', () => {
  it.each<MailState>(['unconfirmed', 'queued', 'failed', 'uncertain'])(
    'stops one that is %s for good, with a reason',
    async (state) => {
      const [clerk, id] = [await newPerson('clerk'), await storeMail(state)];
      await suppressMail(clerk, id, 'a wrong address', now);
      expect(await rowOf(id)).toMatchObject({ state: 'suppressed', suppressedReason: 'a wrong address' });
      expect((await leaseMail(now, 100, 1000)).map((mail) => mail.id)).not.toContain(id);
      await expect(retryMail(clerk, id, now)).rejects.toThrow(new Refused('nothingToRetry'));
      await expect(suppressMail(clerk, id, 'again', now)).rejects.toThrow(nothingToStop);
      const lines = await db().select().from(audit).where(eq(audit.subject, id));
      expect(lines.map(({ action, details }) => [action, details])).toEqual([
        ['suppress mail', { reason: 'a wrong address' }],
      ]);
    },
  );

  it('leaves one that was sent, and one that is being sent', async () => {
    const clerk = await newPerson('clerk');
    await expect(suppressMail(clerk, await storeMail('sent'), 'r', now)).rejects.toThrow(nothingToStop);
    const id = await storeMail('queued');
    await leaseMail(now, 100, 60_000);
    await expect(suppressMail(clerk, id, 'r', now)).rejects.toThrow(nothingToStop);
    expect((await rowOf(id))?.state).toBe('queued');
  });

  it('is for staff alone', async () => {
    const id = await storeMail('queued');
    for (const actor of [await newPerson(), { kind: 'anonymous' } as const])
      await expect(suppressMail(actor, id, 'r', now)).rejects.toThrow(NotFound);
    expect((await rowOf(id))?.state).toBe('queued');
  });
});
