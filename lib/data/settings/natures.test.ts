import { beforeAll, expect, it } from 'vitest';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { approveProposal } from '@/lib/data/approval/deciding';
import { propose } from '@/lib/data/approval/proposals';
import { findNature, firstNature, listNatures, type Nature } from '@/lib/data/settings/natures';
import { findKept, findSettings, listAhead } from '@/lib/data/settings/settings';
import type { UserActor } from '@/lib/domain/access/access';
import { wishFor } from '@/lib/domain/approval/proposal';
import { NATURES } from '@/lib/domain/settings/nature';
import type { Setting } from '@/lib/domain/settings/setting';
import { newPerson } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';

const now = new Date('2026-11-23T15:00:00Z');
const times = { now, courtNow: now };
const breach: Nature = {
  ...{ version: 1, kind: 'nature', id: 'data-breach', en: 'Data breach', fr: 'Atteinte aux données' },
  ...{ countsAs: 'economicInjury', inUse: true },
};

eachDatabase('what staff keep in both languages', () => {
  let [first, second]: UserActor[] = [];
  beforeAll(async () => {
    const give = async () => ({ ...(await newPerson('registrar')), confirmedAt: now });
    [first, second] = [await give(), await give()];
  });

  const proposed = (setting: Setting, on: string, by = first as UserActor) =>
    propose(by, wishFor(setting, on), 'a test', times);
  async function set(setting: Setting, on: string) {
    await approveProposal(second as UserActor, await proposed(setting, on), undefined, times);
  }
  const idsOn = async (on: string) => (await listNatures(on)).map(({ id }) => id);

  it('are the natures of Form 14F, with the words of the code, until two people set others', async () => {
    expect(await idsOn('2026-11-23')).toEqual([...NATURES]);
    expect(await findNature('contract', '2026-11-23')).toEqual({
      nature: { ...firstNature('contract'), en: 'Contract law', inUse: true },
      isSet: false,
    });
    expect(await findNature('data-breach', '2026-11-23')).toBeNull();
  });

  it('are other words from their day on, and another nature after those of the form', async () => {
    const contract = { ...(firstNature('contract') as Nature), en: 'Contracts' };
    await set(contract, '2027-01-01');
    await set(breach, '2027-02-01');
    expect((await findNature('contract', '2026-12-31'))?.nature.en).toBe('Contract law');
    expect(await findNature('contract', '2027-01-01')).toEqual({ nature: contract, isSet: true });
    expect(await idsOn('2027-01-31')).toEqual([...NATURES]);
    expect(await idsOn('2027-02-01')).toEqual([...NATURES, 'data-breach']);
    expect(await findKept('nature', 'data-breach', '2026-11-23')).toEqual(breach);
    expect((await listAhead(first as UserActor, 'nature', '2027-01-01')).map(({ since }) => since)).toEqual([
      '2027-02-01',
    ]);
  });

  it('go out of use and keep their words', async () => {
    await set({ ...breach, inUse: false }, '2027-03-01');
    expect((await findNature('data-breach', '2027-02-28'))?.nature.inUse).toBe(true);
    expect((await findNature('data-breach', '2027-03-01'))?.nature).toEqual({ ...breach, inUse: false });
    await expect(proposed({ ...breach, inUse: false }, '2027-03-02')).rejects.toThrow(
      new Refused('sameSetting'),
    );
    const known = firstNature('debt') as Nature;
    await expect(proposed(known, '2027-03-02')).rejects.toThrow(new Refused('sameSetting'));
  });

  it('are names for closures as well, each by its code', async () => {
    const name = (id: string, en: string) =>
      ({ version: 1, kind: 'closureName', id, en, fr: 'Neige' }) as const;
    await set({ ...name('snow', 'Snow'), inUse: true }, '2026-11-23');
    await set({ ...name('ice', 'Ice'), inUse: true }, '2026-11-24');
    const on = async (day: string) =>
      (await findSettings('closureName', day)).map(({ setting }) => setting.en);
    expect(await on('2026-11-22')).toEqual([]);
    expect(await on('2026-11-23')).toEqual(['Snow']);
    expect(await on('2026-11-24')).toEqual(['Ice', 'Snow']);
  });

  it('are not for clerks and filers', async () => {
    const clerk = { ...(await newPerson('clerk')), confirmedAt: now };
    for (const by of [clerk, await newPerson()]) {
      await expect(proposed({ ...breach, en: 'Leak' }, '2027-04-01', by)).rejects.toThrow(NotFound);
      await expect(listAhead(by, 'nature', '2026-11-23')).rejects.toThrow(NotFound);
    }
  });
});
