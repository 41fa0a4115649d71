import { beforeAll, expect, it } from 'vitest';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { getCalendar, getCalendarIn, getCalendarOf } from '@/lib/data/court/calendar';
import { addClosure, listClosures, removeClosure, setBeforeOpening } from '@/lib/data/court/calendar-editing';
import { seedCourts } from '@/lib/data/court/courts';
import { db } from '@/lib/data/db/db';
import { audit } from '@/lib/data/db/schema/audit';
import { filings } from '@/lib/data/db/schema/filing';
import type { UserActor } from '@/lib/domain/access/access';
import { issueOn, standardCalendar } from '@/lib/domain/court/calendar';
import { newFiler, newPerson } from '@/lib/testing/account/people';
import { onDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';

const now = new Date('2026-11-23T15:00:00Z');
const evening = new Date('2026-11-23T23:00:00Z');
const storm = { on: '2026-11-24', nameEn: 'Storm', nameFr: 'Tempête', isHoliday: false };

onDatabase('the court’s calendar', () => {
  let registrar: UserActor;

  beforeAll(async () => {
    await seedCourts();
    registrar = await newPerson('registrar');
  });

  it('begins with September 30 and the letter of the rule', async () => {
    expect(await getCalendar()).toEqual(standardCalendar);
  });

  it('takes a closure for what is submitted from then on, and changes no date that was given', async () => {
    await storeFiling(await newFiler(now), { receivedAt: evening, issueOn: '2026-11-24' });
    await db().transaction((tx) => addClosure(registrar, storm, now, tx));
    expect(issueOn(evening, await getCalendar())).toBe('2026-11-25');
    expect((await db().select().from(filings)).map((filing) => filing.issueOn)).toEqual(['2026-11-24']);
    await expect(db().transaction((tx) => addClosure(registrar, storm, now, tx))).rejects.toThrow(
      new Refused('closureExists'),
    );
    const [listed] = (await listClosures(registrar)).filter(({ on }) => on === storm.on);
    await db().transaction((tx) => removeClosure(registrar, listed?.id ?? '', now, tx));
    await db().transaction((tx) => removeClosure(registrar, listed?.id ?? '', now, tx));
    expect(issueOn(evening, await getCalendar())).toBe('2026-11-24');
    const done = (await db().select().from(audit)).map(({ action, subject }) => [action, subject]);
    expect(done).toEqual([
      ['add closure', '2026-11-24'],
      ['remove closure', '2026-11-24'],
    ]);
  });

  it('takes a closure of every year once', async () => {
    const yearly = { month: 9, day: 30, fromYear: 2020, nameEn: 'a', nameFr: 'b' };
    await expect(db().transaction((tx) => addClosure(registrar, yearly, now, tx))).rejects.toThrow(
      new Refused('closureExists'),
    );
    await db().transaction((tx) => addClosure(registrar, { ...yearly, month: 6, day: 21 }, now, tx));
    expect((await getCalendar()).closures).toContainEqual({ ...yearly, month: 6, day: 21 });
  });

  it('closes one office or a region for those who file there, and nobody else', async () => {
    const day = { on: '2026-12-08', isHoliday: false };
    const flood = { ...day, nameEn: 'Flood', nameFr: 'Inondation', where: { office: 'barrie' } };
    const ice = { ...day, nameEn: 'Ice', nameFr: 'Verglas', where: { region: 'east' as const } };
    await db().transaction((tx) => addClosure(registrar, flood, now, tx));
    await db().transaction((tx) => addClosure(registrar, ice, now, tx));
    const noon = new Date('2026-12-08T17:00:00Z');
    const dates = await Promise.all(
      ['barrie', 'ottawa', 'toronto'].map(async (office) => issueOn(noon, await getCalendarOf(office))),
    );
    expect(dates).toEqual(['2026-12-09', '2026-12-09', '2026-12-08']);
    expect(issueOn(noon, await getCalendar())).toBe('2026-12-08');
    expect(issueOn(noon, await getCalendarIn({ region: 'east' }))).toBe('2026-12-09');
    expect((await getCalendarOf('barrie')).closures).toContainEqual(flood);
    await expect(db().transaction((tx) => addClosure(registrar, ice, now, tx))).rejects.toThrow(
      new Refused('closureExists'),
    );
    const everywhere = { ...day, nameEn: 'Storm', nameFr: 'Tempête' };
    await db().transaction((tx) => addClosure(registrar, everywhere, now, tx));
    expect(issueOn(noon, await getCalendar())).toBe('2026-12-09');
    const done = (await db().select().from(audit)).map(({ subject }) => subject);
    expect(done).toEqual(expect.arrayContaining(['2026-12-08 office:barrie', '2026-12-08 region:east']));
  });

  it('can let a claim bear the day on which it arrives before the opening', async () => {
    const early = new Date('2026-11-23T12:00:00Z');
    expect(issueOn(early, await getCalendar())).toBe('2026-11-24');
    await db().transaction((tx) => setBeforeOpening(registrar, 'same-day', now, tx));
    expect(issueOn(early, await getCalendar())).toBe('2026-11-23');
  });

  it('is not for clerks, filers or visitors to change', async () => {
    for (const stranger of [await newPerson(), await newPerson('clerk'), { kind: 'anonymous' as const }]) {
      await expect(db().transaction((tx) => addClosure(stranger, storm, now, tx))).rejects.toThrow(NotFound);
      await expect(db().transaction((tx) => removeClosure(stranger, '', now, tx))).rejects.toThrow(NotFound);
      await expect(db().transaction((tx) => setBeforeOpening(stranger, 'same-day', now, tx))).rejects.toThrow(
        NotFound,
      );
      await expect(listClosures(stranger)).rejects.toThrow(NotFound);
    }
  });
});
