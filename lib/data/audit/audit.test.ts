import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { NotFound } from '@/lib/data/access/errors';
import { record, recordRefusal, recordView } from '@/lib/data/audit/audit';
import { exportAudit, readAudit } from '@/lib/data/audit/audit-reading';
import type { AuditLine } from '@/lib/data/audit/audit-search';
import { db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { audit } from '@/lib/data/db/schema/audit';
import type { Role, UserActor } from '@/lib/domain/access/access';
import { newPerson } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';

const now = new Date('2026-11-23T15:00:00Z');
const reference = 'R-7K3M-9QX2';

eachDatabase('the audit log', () => {
  let administrator: UserActor;
  let filer: UserActor;
  beforeAll(async () => {
    administrator = { ...(await newPerson('administrator')), ip: '192.0.2.7' };
    filer = await newPerson();
  });

  const oneKeyIdOf = async ({ userId }: UserActor) =>
    (await db().select().from(users).where(eq(users.id, userId)))[0]?.oneKeyId ?? '';
  const lines = (subject: string) => db().select().from(audit).where(eq(audit.subject, subject));
  const write = (subject: string, at = now) => record(db(), filer, { action: 'submit filing', subject }, at);

  it('keeps who, what, when, from where and how it ended', async () => {
    const subject = randomUUID();
    await record(db(), administrator, { action: 'set role', subject, outcome: 'refused' }, now);
    expect(await lines(subject)).toMatchObject([
      { actor: 'administrator', userId: administrator.userId, ip: '192.0.2.7', at: now, outcome: 'refused' },
    ]);
  });

  it('keeps what a signed-in person was refused, and nothing of strangers', async () => {
    const subject = randomUUID();
    await recordRefusal(filer, { action: 'open page', subject }, now);
    await recordRefusal({ kind: 'anonymous', ip: '192.0.2.9' }, { action: 'open page', subject }, now);
    expect(await lines(subject)).toMatchObject([{ userId: filer.userId, outcome: 'refused' }]);
  });

  it('keeps what staff looked at, and not what filers do', async () => {
    const subject = randomUUID();
    await recordView(filer, 'view filing', subject, now);
    expect(await lines(subject)).toEqual([]);
    await recordView(administrator, 'view filing', subject, now);
    expect(await lines(subject)).toMatchObject([{ action: 'view filing', userId: administrator.userId }]);
  });

  it('takes lines and lets none be changed, deleted or cleared away', async () => {
    const subject = randomUUID();
    await write(subject);
    const refused = expect.objectContaining({ message: expect.stringMatching(/only ever added/) });
    for (const change of [
      sql`update audit set outcome = 'done' where subject = ${subject}`,
      sql`delete from audit where subject = ${subject}`,
      sql`truncate audit`,
    ]) {
      const error: unknown = await db()
        .execute(change)
        .catch((thrown: unknown) => thrown);
      expect((error as { cause?: unknown }).cause ?? error).toEqual(refused);
    }
    expect(await lines(subject)).toHaveLength(1);
  });

  it('is shown to administrators, the newest line first, with people by their ONE-key IDs', async () => {
    await write(reference);
    await record(db(), administrator, { action: 'lock user', subject: filer.userId }, now);
    const { rows } = await readAudit(administrator, { page: 1 }, now);
    const entries = rows.map(({ entry }) => entry);
    expect(entries).toEqual([...entries].sort((a, b) => b - a));
    expect(rows.find(({ action }) => action === 'lock user')).toMatchObject({
      person: await oneKeyIdOf(administrator),
      subjectPerson: await oneKeyIdOf(filer),
      ip: '192.0.2.7',
    });
  });

  it('is shown in the order of a column, the newest of its kind first', async () => {
    const sort = { by: 'outcome', descending: true } as const;
    const { rows } = await readAudit(administrator, { page: 1, sort }, now);
    const shown = rows.map(({ outcome, entry }) => [outcome, entry] as const);
    const expected = [...shown].sort(([a, m], [b, n]) => (a === b ? n - m : a < b ? 1 : -1));
    expect(shown).toEqual(expected);
    expect(rows[0]?.outcome).toBe('refused');
  });

  it('can be searched by reference, group, person and days of Toronto', async () => {
    const [other, mine] = ['D-0000-0001', 'D-0000-0002'];
    await write(other, new Date('2026-10-02T03:59:59Z'));
    await write(mine, new Date('2026-10-02T04:00:00Z'));
    const found = async (search: Omit<Parameters<typeof readAudit>[1], 'page'>) =>
      (await readAudit(administrator, { ...search, page: 1 }, now)).rows.map(({ subject }) => subject);
    expect(await found({ reference: other, group: 'claim' })).toEqual([other]);
    expect(await found({ from: '2026-10-02', until: '2026-10-02' })).toEqual([mine]);
    expect(await found({ from: '2026-10-01', until: '2026-10-01' })).toEqual([other]);
    expect(await found({ oneKeyId: await oneKeyIdOf(filer), group: 'administration' })).toEqual([
      filer.userId,
    ]);
    expect(await found({ reference: other, group: 'administration' })).toEqual([]);
    expect(await found({ oneKeyId: 'nobody at all', group: 'claim' })).toEqual([]);
  });

  it('can be searched by one kind of act and by its result, and shows the details', async () => {
    const subject = 'R-0000-0010';
    const act = { subject, details: { from: 'clerk', to: 'registrar' } };
    await record(db(), administrator, { action: 'set role', ...act }, now);
    await record(db(), administrator, { action: 'set role', ...act, outcome: 'refused' }, now);
    await record(db(), administrator, { action: 'lock user', subject, outcome: 'refused' }, now);
    const found = async (search: Omit<Parameters<typeof readAudit>[1], 'page' | 'reference'>) =>
      (await readAudit(administrator, { ...search, reference: subject, page: 1 }, now)).rows;
    expect(await found({ action: 'set role' })).toMatchObject([
      { outcome: 'refused', details: act.details },
      { outcome: 'done', details: act.details },
    ]);
    const refused = await found({ outcome: 'refused', group: 'administration' });
    expect(refused.map(({ action }) => action)).toEqual(['lock user', 'set role']);
  });

  it('is exported whole, the newest line first, each once, and the export is recorded before', async () => {
    const subject = 'R-0000-0011';
    const values = Array.from({ length: 4_500 }, (_, n) => ({
      ...{ actor: 'filer' as const, userId: filer.userId, action: 'start draft' as const, subject },
      at: new Date(now.getTime() + Math.floor(n / 3)),
    }));
    await db().insert(audit).values(values);
    const reader = await newPerson('administrator');
    const terms = { reference: subject, oneKeyId: await oneKeyIdOf(filer), outcome: 'done' } as const;
    const lines: AuditLine[] = [];
    for await (const part of await exportAudit(reader, terms, now)) lines.push(...part);
    const stored = await db().select().from(audit).where(eq(audit.subject, subject));
    const expected = stored.filter(({ userId }) => userId === filer.userId);
    expected.sort((a, b) => b.at.getTime() - a.at.getTime() || b.entry - a.entry);
    expect(lines.map(({ entry }) => entry)).toEqual(expected.map(({ entry }) => entry));
    expect(lines[0]).toMatchObject({ person: terms.oneKeyId, subject });
    expect(await db().select().from(audit).where(eq(audit.userId, reader.userId))).toMatchObject([
      { action: 'export audit log', subject, details: { person: filer.userId, outcome: 'done' } },
    ]);
  });

  it.each<Role>(['filer', 'clerk', 'registrar'])('is not exported to a %s', async (role) => {
    await expect(exportAudit(await newPerson(role), {}, now)).rejects.toThrow(NotFound);
  });

  it('shows a line that was written under a former name by its present one, and finds it by its group', async () => {
    const line = { at: now, actor: 'filer', userId: filer.userId, subject: 'R-0000-0009' } as const;
    await db()
      .insert(audit)
      .values({ ...line, action: 'offer repair' });
    const { rows } = await readAudit(
      administrator,
      { reference: 'R-0000-0009', group: 'claim', page: 1 },
      now,
    );
    expect(rows.map(({ action: name }) => name)).toEqual(['offer substitute']);
  });

  it('keeps each reading and what was searched for, with no name in it', async () => {
    const reader = await newPerson('administrator');
    const oneKeyId = await oneKeyIdOf(filer);
    await readAudit(reader, { reference, oneKeyId, group: 'claim', from: '2026-11-01', page: 2 }, now);
    const kept = await db().select().from(audit).where(eq(audit.userId, reader.userId));
    expect(kept).toMatchObject([
      {
        action: 'read audit log',
        subject: reference,
        details: { page: 2, group: 'claim', person: filer.userId, from: '2026-11-01' },
      },
    ]);
    expect(JSON.stringify(kept)).not.toContain(oneKeyId);
  });

  it.each<Role>(['filer', 'clerk', 'registrar'])('does not exist for a %s', async (role) => {
    const actor = await newPerson(role);
    await expect(readAudit(actor, { page: 1 }, now)).rejects.toThrow(NotFound);
    expect(await db().select().from(audit).where(eq(audit.userId, actor.userId))).toEqual([]);
  });

  it('does not exist for visitors', async () => {
    await expect(readAudit({ kind: 'anonymous' }, { page: 1 }, now)).rejects.toThrow(NotFound);
  });
});
