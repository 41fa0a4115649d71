import { beforeAll, expect, it } from 'vitest';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { acceptTerms, hasAccepted, termsVersion } from '@/lib/data/account/terms';
import { approveProposal } from '@/lib/data/approval/deciding';
import { listProposals, propose } from '@/lib/data/approval/proposals';
import { db } from '@/lib/data/db/db';
import { audit } from '@/lib/data/db/schema/audit';
import { getFee, getLimits } from '@/lib/data/settings/amounts';
import { findTerms, listSettings } from '@/lib/data/settings/settings';
import type { UserActor } from '@/lib/domain/access/access';
import type { Setting } from '@/lib/domain/settings/setting';
import { newFiler, newPerson } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';

// Monday, 10:00 in Toronto
const now = new Date('2026-11-23T15:00:00Z');
const times = { now, courtNow: now };
const fee = (dollars: number): Setting => ({ version: 1, kind: 'fee', dollars });

eachDatabase('settings', () => {
  let [first, second]: UserActor[] = [];
  beforeAll(async () => {
    const give = async () => ({ ...(await newPerson('administrator')), confirmedAt: now });
    [first, second] = [await give(), await give()];
  });

  async function proposed(setting: Setting, effectiveOn: string, by = first as UserActor) {
    const kind = setting.kind === 'notice' ? ('change-notice' as const) : ('change-setting' as const);
    return propose(by, { kind, setting, effectiveOn }, 'a test', times);
  }
  async function set(setting: Setting, effectiveOn: string) {
    const id = await proposed(setting, effectiveOn);
    await approveProposal(second as UserActor, id, undefined, times);
  }

  it('are those of the code until two people set others, and hold from their day on', async () => {
    expect(await getFee('2026-12-01')).toMatchObject({ dollars: 243, indexed: false });
    expect(await getFee('2027-02-01')).toMatchObject({ dollars: 243, indexed: true });
    const id = await proposed(fee(261), '2027-01-01');
    expect(await getFee('2027-02-01')).toMatchObject({ dollars: 243 });
    await expect(approveProposal(first as UserActor, id, undefined, times)).rejects.toThrow(
      new Refused('ownProposal'),
    );
    await approveProposal(second as UserActor, id, undefined, times);
    expect(await getFee('2026-12-31')).toEqual({ dollars: 243, since: '2023-01-01', indexed: false });
    expect(await getFee('2027-01-01')).toEqual({ dollars: 261, since: '2027-01-01', indexed: false });
    expect(await getFee('2030-01-01')).toEqual({ dollars: 261, since: '2030-01-01', indexed: true });
    const [version] = await listSettings(first as UserActor, 'fee');
    expect(version).toMatchObject({ since: '2027-01-01', setting: fee(261), reason: 'a test' });
    expect(version?.approvedBy).not.toBe(version?.proposedBy);
    const told = (await db().select().from(audit)).map(({ action, subject }) => `${action}: ${subject}`);
    expect(told).toEqual(expect.arrayContaining(['propose change: fee', 'change setting: fee']));
  });

  it('are the later of two versions of one day', async () => {
    const limits = (smallClaims: number): Setting => ({
      ...{ version: 1, kind: 'limits', smallClaims, simplified: 250_000 },
    });
    await set(limits(60_000), '2027-03-01');
    await set(limits(70_000), '2027-03-01');
    expect(await getLimits('2027-02-28')).toEqual({ smallClaims: 50_000, simplified: 200_000 });
    expect(await getLimits('2027-03-01')).toEqual({ smallClaims: 70_000, simplified: 250_000 });
  });

  it('do not hold from a past day, and are not what holds already', async () => {
    await expect(proposed(fee(300), '2026-11-22')).rejects.toThrow(new Refused('settingInPast'));
    await expect(proposed(fee(261), '2027-06-01')).rejects.toThrow(new Refused('sameSetting'));
  });

  it('are approved once, and only as they were when they were proposed', async () => {
    const notice = (en: string): Setting => ({
      ...{ version: 1, kind: 'notice', en, fr: 'Avis', until: null },
    });
    const id = await proposed(notice('One'), '2026-11-23');
    await expect(proposed(notice('Two'), '2026-11-23')).rejects.toThrow(new Refused('alreadyProposed'));
    const both = await Promise.allSettled(
      [1, 2].map(() => approveProposal(second as UserActor, id, undefined, times)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await listSettings(first as UserActor, 'notice')).toHaveLength(1);
  });

  it('of terms ask everybody again, from the day of the new version', async () => {
    const filer = await newFiler(now);
    const earlier = new Date('2026-12-31T20:00:00Z');
    const later = new Date('2027-01-01T20:00:00Z');
    await acceptTerms(filer, 'justice', 'en', now);
    await set({ version: 1, kind: 'terms', en: '# New', fr: '# Nouveau' }, '2027-01-01');
    expect(await hasAccepted(filer, 'justice', earlier)).toBe(true);
    expect(await termsVersion('justice', later)).toBe('2027-01-01');
    expect(await hasAccepted(filer, 'justice', later)).toBe(false);
    await acceptTerms(filer, 'justice', 'en', later);
    expect(await hasAccepted(filer, 'justice', later)).toBe(true);
    expect(await findTerms('2027-01-01')).toMatchObject({ en: '# New' });
    expect(await findTerms('2027-01-02')).toBeNull();
    await expect(
      proposed({ version: 1, kind: 'terms', en: '# Other', fr: '# Autre' }, '2027-01-01'),
    ).rejects.toThrow(new Refused('termsDayTaken'));
  });

  it('are an administrator’s; a notice is a registrar’s as well; nobody else sees their versions', async () => {
    const registrar = { ...(await newPerson('registrar')), confirmedAt: now };
    await expect(proposed(fee(400), '2027-01-01', registrar)).rejects.toThrow(NotFound);
    await expect(listSettings(registrar, 'fee')).rejects.toThrow(NotFound);
    expect(await listSettings(registrar, 'notice')).toHaveLength(1);
    await proposed({ version: 1, kind: 'notice', en: '', fr: '', until: null }, '2026-11-24', registrar);
    expect((await listProposals(registrar)).waiting).toHaveLength(1);
    for (const stranger of [await newPerson('clerk'), await newPerson(), { kind: 'anonymous' as const }])
      await expect(listSettings(stranger, 'notice')).rejects.toThrow(NotFound);
  });
});
