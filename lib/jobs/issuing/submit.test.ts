import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { db } from '@/lib/data/db/db';
import { filings } from '@/lib/data/db/schema/filing';
import { submitClaim } from '@/lib/jobs/issuing/submit';
import { newFiler } from '@/lib/testing/account/people';
import { certifiedContentSeen } from '@/lib/testing/claim/certified-content';
import { readyDraft } from '@/lib/testing/claim/submit';
import { eachDatabase } from '@/lib/testing/db/databases';

const inHours = new Date('2026-11-23T15:00:00Z');

eachDatabase('submitting', () => {
  it('ends the wait for the issued claim, which stands as received and is issued all the same', async () => {
    const filer = await newFiler(inHours);
    const { reference: draft } = await readyDraft(filer);
    const asked = { draft, locale: 'en', key: randomUUID(), promised: '2026-11-23' } as const;
    const seen = await certifiedContentSeen(filer, draft);
    const submitted = await submitClaim(filer, { ...asked, seen }, { now: new Date(), courtNow: inHours }, 1);
    if (submitted.kind !== 'submitted') throw new Error(submitted.kind);
    const { reference } = submitted;
    const state = async () =>
      (await db().select().from(filings).where(eq(filings.reference, reference)))[0]?.state;
    expect(await state()).toBe('received');
    await expect.poll(state, { timeout: 300_000 }).toBe('issued');
  });
});
