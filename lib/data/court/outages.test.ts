import { beforeAll, expect, it } from 'vitest';
import { ConfirmationNeeded, NotFound, Refused } from '@/lib/data/access/errors';
import { readAnnouncements } from '@/lib/data/court/announcements';
import {
  declareOutage,
  endOutage,
  getOutage,
  listDeclaredOutages,
  listLasting,
  listOutages,
  retractOutage,
} from '@/lib/data/court/outages';
import { readPublicMarks } from '@/lib/data/court/public-facts';
import { db } from '@/lib/data/db/db';
import { audit } from '@/lib/data/db/schema/audit';
import type { UserActor } from '@/lib/domain/access/access';
import { newPerson } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';

const at = (minutes: number) => new Date(Date.parse('2026-11-23T15:00:00Z') + minutes * 60_000);
const times = { now: at(0), courtNow: at(0) };
const words = { whatEn: 'Uploads', whatFr: 'Les téléversements' };

eachDatabase('outages', () => {
  let registrar: UserActor;
  beforeAll(async () => {
    registrar = { ...(await newPerson('registrar')), confirmedAt: at(0) };
  });

  it('are announced while they last, and listed after that', async () => {
    const before = await readPublicMarks(at(0));
    await declareOutage(registrar, { startedAt: at(-30), endedAt: null, ...words }, times);
    const [lasting] = await listLasting(at(0));
    expect(lasting).toMatchObject({ startedAt: at(-30), endedAt: null });
    expect((await readAnnouncements(at(0))).outages).toMatchObject([words]);
    const during = await readPublicMarks(at(0));
    expect(during.announcements).not.toBe(before.announcements);
    const id = lasting?.id ?? '';
    await endOutage(registrar, id, at(-5), times);
    expect(await listLasting(at(0))).toEqual([]);
    expect(await listLasting(at(-6))).toHaveLength(1);
    expect((await readPublicMarks(at(0))).announcements).toBe(before.announcements);
    expect((await readPublicMarks(at(0))).outages).not.toBe(during.outages);
    expect(await listOutages()).toMatchObject([{ id, endedAt: at(-5), endDeclaredBy: registrar.userId }]);
    const told = (await db().select().from(audit)).map(({ action, subject }) => `${action} ${subject}`);
    expect(told).toEqual([`declare outage ${id}`, `end outage ${id}`]);
  });

  it('end once, after they began, and not in the future', async () => {
    const [{ id } = { id: '' }] = await listOutages();
    await expect(endOutage(registrar, id, at(-1), times)).rejects.toThrow(new Refused('outageEnded'));
    await expect(endOutage(registrar, id, at(-31), times)).rejects.toThrow(new Refused('untilBeforeFrom'));
    await expect(endOutage(registrar, id, at(1), times)).rejects.toThrow(new Refused('outageInFuture'));
    expect((await getOutage(id)).endedAt).toEqual(at(-5));
    const later = { startedAt: at(1), endedAt: null, ...words };
    await expect(declareOutage(registrar, later, times)).rejects.toThrow(new Refused('outageInFuture'));
  });

  it('are told to staff alone once their declaration was retracted', async () => {
    await declareOutage(registrar, { startedAt: at(-20), endedAt: null, ...words }, times);
    const [{ id } = { id: '' }] = await listLasting(at(0));
    const before = await readPublicMarks(at(0));
    await retractOutage(registrar, id, 'the wrong day', times);
    expect(await listLasting(at(0))).toEqual([]);
    expect((await readAnnouncements(at(0))).outages).toEqual([]);
    expect((await readPublicMarks(at(0))).outages).not.toBe(before.outages);
    expect((await listOutages()).map((outage) => outage.id)).not.toContain(id);
    await expect(getOutage(id)).rejects.toThrow(NotFound);
    await expect(endOutage(registrar, id, at(-1), times)).rejects.toThrow(NotFound);
    await expect(retractOutage(registrar, id, 'twice', times)).rejects.toThrow(NotFound);
    expect(await listDeclaredOutages(registrar)).toContainEqual(
      expect.objectContaining({ id, retraction: 'the wrong day', retractedBy: registrar.userId }),
    );
    const told = (await db().select().from(audit)).filter(({ action }) => action === 'retract outage');
    expect(told).toMatchObject([
      { subject: id, details: { reason: 'the wrong day', what: words.whatEn, ended: 'lasts' } },
    ]);
  });

  it('are a registrar’s to declare, who confirmed who they are', async () => {
    const declared = { startedAt: at(-30), endedAt: null, ...words };
    const stale = { ...registrar, confirmedAt: at(-11) };
    await expect(declareOutage(stale, declared, times)).rejects.toThrow(ConfirmationNeeded);
    await expect(retractOutage(stale, '', 'why', times)).rejects.toThrow(ConfirmationNeeded);
    const others = [await newPerson('clerk'), await newPerson(), { kind: 'anonymous' as const }];
    for (const stranger of others) {
      await expect(declareOutage(stranger, declared, times)).rejects.toThrow(NotFound);
      await expect(endOutage(stranger, '', at(0), times)).rejects.toThrow(NotFound);
      await expect(retractOutage(stranger, '', 'why', times)).rejects.toThrow(NotFound);
      await expect(listDeclaredOutages(stranger)).rejects.toThrow(NotFound);
    }
    await expect(getOutage('nothing')).rejects.toThrow(NotFound);
  });
});
