import { addDays } from 'date-fns';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { saveStep } from '@/lib/data/claim/answers';
import { listDocuments } from '@/lib/data/claim/documents/documents';
import { getDraft, startDraft } from '@/lib/data/claim/drafts';
import { deleteExpired, tellOfExpiry } from '@/lib/data/claim/kept/expired-drafts';
import { db } from '@/lib/data/db/db';
import { profiles, users } from '@/lib/data/db/schema/account';
import { audit } from '@/lib/data/db/schema/audit';
import { drafts } from '@/lib/data/db/schema/claim';
import { documents } from '@/lib/data/db/schema/document';
import type { UserActor } from '@/lib/domain/access/access';
import { letter, mailTo } from '@/lib/testing/account/letters';
import { contact, newFiler } from '@/lib/testing/account/people';
import { readyDraft } from '@/lib/testing/claim/submit';
import { eachDatabase } from '@/lib/testing/db/databases';

const saved = new Date('2026-01-01T15:00:00Z');
const day = (n: number) => addDays(saved, n);

const tell = (n: number) =>
  tellOfExpiry({ days: 180, now: day(n) }, async ({ reference, until, locale }) =>
    letter(`${reference} ${until.toISOString()} ${locale}`),
  );
const sweep = (n: number) => deleteExpired({ days: 180, now: day(n) });

/** A filer with a verified address of their own. */
async function filerAt(email: string): Promise<UserActor> {
  const filer = await newFiler(saved);
  await db()
    .update(profiles)
    .set({ contact: { ...contact, email }, emailVerifiedAt: saved })
    .where(eq(profiles.userId, filer.userId));
  return filer;
}

const told = async (email: string) =>
  (await mailTo(email)).filter(({ kind }) => kind === 'draft-expiring').map(({ text }) => text);

/** Drafts of other tests in the same database are not theirs. */
const isThere = async (filer: UserActor, reference: string) =>
  getDraft(filer, reference).then(
    () => true,
    () => false,
  );

eachDatabase('a draft that nobody saves', () => {
  it('is told of 14 days before, once, and then deleted, on the record', async () => {
    const filer = await filerAt('one@example.org');
    const { reference } = await startDraft(filer, saved);
    await saveStep(filer, reference, 'language', { language: 'french' }, saved);
    await tell(165);
    expect(await told('one@example.org')).toEqual([]);
    await tell(167);
    await tell(168);
    expect(await told('one@example.org')).toEqual([`${reference} ${day(181).toISOString()} fr`]);
    await sweep(180);
    expect(await isThere(filer, reference)).toBe(true);
    await sweep(182);
    expect(await isThere(filer, reference)).toBe(false);
    const lines = await db().select().from(audit).where(eq(audit.subject, reference));
    expect(lines.at(-1)).toMatchObject({ action: 'expire draft', actor: 'system' });
  });

  it('leaves with its documents, which the sweeper then takes', async () => {
    const filer = await newFiler(saved);
    const { reference, documentId } = await readyDraft(filer);
    await db().update(drafts).set({ updatedAt: saved }).where(eq(drafts.reference, reference));
    expect(await listDocuments(filer, reference)).toHaveLength(1);
    await tell(170);
    await sweep(190);
    const [document] = await db().select().from(documents).where(eq(documents.id, documentId));
    expect(document).toMatchObject({ state: 'removed', removedAt: day(190) });
  });

  it('is never deleted without two weeks’ notice, however old it is', async () => {
    const filer = await filerAt('two@example.org');
    const { reference } = await startDraft(filer, saved);
    await sweep(400);
    await tell(400);
    await sweep(413);
    expect(await isThere(filer, reference)).toBe(true);
    await sweep(414);
    expect(await isThere(filer, reference)).toBe(false);
  });

  it('is kept by another save, and told of anew', async () => {
    const filer = await filerAt('three@example.org');
    const { reference } = await startDraft(filer, saved);
    await tell(170);
    await saveStep(filer, reference, 'nature', { nature: 'debt' }, day(171));
    await sweep(200);
    expect(await isThere(filer, reference)).toBe(true);
    await tell(340);
    expect(await told('three@example.org')).toHaveLength(2);
    await sweep(356);
    expect(await isThere(filer, reference)).toBe(false);
  });

  it('is kept under a legal hold', async () => {
    const filer = await filerAt('four@example.org');
    const { reference } = await startDraft(filer, saved);
    await db().update(users).set({ legalHold: 'a test' }).where(eq(users.id, filer.userId));
    await tell(170);
    await sweep(190);
    expect([await isThere(filer, reference), await told('four@example.org')]).toEqual([true, []]);
  });
});
