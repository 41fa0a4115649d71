import { beforeAll, expect, it } from 'vitest';
import { Refused } from '@/lib/data/access/errors';
import { approveProposal } from '@/lib/data/approval/deciding';
import { propose } from '@/lib/data/approval/proposals';
import { saveStep } from '@/lib/data/claim/answers';
import { copyFiling } from '@/lib/data/claim/copy-filing';
import { getDraft } from '@/lib/data/claim/drafts';
import { getFiling } from '@/lib/data/filing/filings';
import type { Nature } from '@/lib/data/settings/natures';
import type { UserActor } from '@/lib/domain/access/access';
import { wishFor } from '@/lib/domain/approval/proposal';
import { newFiler, newPerson } from '@/lib/testing/account/people';
import { readyDraft, submitted } from '@/lib/testing/claim/submit';
import { eachDatabase } from '@/lib/testing/db/databases';

// Monday, 10:00 in Toronto, and the same on the day after
const now = new Date('2026-11-23T15:00:00Z');
const today = { now, courtNow: now };
const tomorrow = { now, courtNow: new Date('2026-11-24T15:00:00Z') };
const breach: Nature = {
  ...{ version: 1, kind: 'nature', id: 'data-breach', en: 'Data breach', fr: 'Atteinte aux données' },
  ...{ countsAs: 'economicInjury', inUse: true },
};

eachDatabase('the nature of a filed claim', () => {
  let [first, second]: UserActor[] = [];
  beforeAll(async () => {
    const give = async () => ({ ...(await newPerson('registrar')), confirmedAt: now });
    [first, second] = [await give(), await give()];
  });

  async function set(nature: Nature, on: string) {
    const id = await propose(first as UserActor, wishFor(nature, on), 'a test', today);
    await approveProposal(second as UserActor, id, undefined, today);
  }

  async function filed(nature: string, times: typeof today) {
    const filer = await newFiler(now);
    const { reference: draft } = await readyDraft(filer);
    await saveStep(filer, draft, 'nature', { nature }, times.now);
    const { reference } = await submitted(filer, { draft, locale: 'en' }, times);
    return { filer, reference, filing: await getFiling(filer, reference) };
  }

  it('is one that staff added only while it is offered, and keeps the words of its day', async () => {
    await expect(filed('data-breach', today)).rejects.toThrow(new Refused('natureNotInUse'));
    await set(breach, '2026-11-23');
    const { filer, reference, filing } = await filed('data-breach', today);
    const { version: _, kind: __, inUse: ___, ...words } = breach;
    expect(filing.claim).toMatchObject({ version: 2, nature: words });
    await set({ ...breach, en: 'Leak of data', inUse: false }, '2026-11-24');
    expect((await getFiling(filer, reference)).claim.nature).toEqual(words);
    await expect(filed('data-breach', tomorrow)).rejects.toThrow(new Refused('natureNotInUse'));
    const { reference: copy } = await copyFiling(filer, reference, now);
    expect((await getDraft(filer, copy)).answers.nature).toEqual({ nature: 'data-breach' });
  });

  it('stays as version 1 has it where staff set nothing', async () => {
    expect((await filed('debt', today)).filing.claim).toMatchObject({ version: 1, nature: 'debt' });
  });
});
