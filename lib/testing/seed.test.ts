import { expect, it } from 'vitest';
import { password } from '@/e2e/seed/people';
import { type Seeded, seed } from '@/e2e/seed/seed';
import { signIn } from '@/lib/data/account/sign-in';
import { readAnnouncements } from '@/lib/data/court/announcements';
import { db } from '@/lib/data/db/db';
import { audit } from '@/lib/data/db/schema/audit';
import { drafts } from '@/lib/data/db/schema/claim';
import { restrictions } from '@/lib/data/db/schema/court';
import { filings } from '@/lib/data/db/schema/filing';
import { outages } from '@/lib/data/db/schema/health';
import { AUDIT_DETAILS } from '@/lib/domain/access/audit-details';
import { FILING_STATES } from '@/lib/domain/filing/filing';
import { isOneOf } from '@/lib/domain/text';
import { onDatabase } from '@/lib/testing/db/databases';

onDatabase('seeding', () => {
  let seeded: Seeded;

  it('refuses in production', async () => {
    await expect(seed('production', new Date())).rejects.toThrow('production');
  });

  it('makes drafts, and filings in every state', async () => {
    seeded = await seed('development', new Date());
    const stored = await db().select({ reference: filings.reference, state: filings.state }).from(filings);
    expect([...new Set(stored.map(({ state }) => state))].sort()).toEqual([...FILING_STATES].sort());
    expect(stored.map(({ reference }) => reference).sort()).toEqual(Object.values(seeded.filings).sort());
    expect((await db().select().from(drafts)).filter(({ submittedAt }) => !submittedAt)).toHaveLength(3);
  });

  it('makes what staff do: a correction, a claim on paper, a sealed court file, outages and a notice', async () => {
    const kinds = (await db().select().from(filings)).map(({ laterKind }) => laterKind);
    expect(kinds).toContain('corrected-document');
    expect((await db().select().from(drafts)).filter(({ paper }) => paper)).toHaveLength(2);
    expect(await db().select().from(restrictions)).toMatchObject([{ kind: 'sealed' }]);
    const told = (await db().select().from(outages)).map(({ retraction }) => retraction !== null);
    expect(told.sort()).toEqual([false, true]);
    expect((await readAnnouncements(new Date())).notice).not.toBeNull();
  });

  it('leaves an audit log whose every name has words', async () => {
    const lines = await db().select({ details: audit.details }).from(audit);
    const names = new Set(lines.flatMap(({ details }) => Object.keys(details ?? {})));
    expect([...names].filter((name) => !isOneOf(AUDIT_DETAILS, name))).toEqual([]);
  });

  it('makes people who can sign in, staff with a second step', async () => {
    expect(seeded.people.map(({ actor }) => actor.role)).toEqual([
      ...['filer', 'filer', 'clerk', 'registrar', 'administrator'],
    ]);
    for (const { oneKeyId, actor, secret } of seeded.people) {
      expect(await signIn({ kind: 'anonymous' }, oneKeyId, password, new Date())).toMatchObject({
        userId: actor.userId,
      });
      expect(Boolean(secret)).toBe(actor.role !== 'filer');
    }
  });

  it('refuses where somebody has an account', async () => {
    await expect(seed('development', new Date())).rejects.toThrow('empty database');
  });
});
