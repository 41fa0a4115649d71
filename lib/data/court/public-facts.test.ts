import { beforeAll, expect, it } from 'vitest';
import { approveProposal } from '@/lib/data/approval/deciding';
import { propose } from '@/lib/data/approval/proposals';
import { addClosure, listClosures, removeClosure, setBeforeOpening } from '@/lib/data/court/calendar-editing';
import { seedCourts } from '@/lib/data/court/courts';
import { readPublicMarks } from '@/lib/data/court/public-facts';
import { db } from '@/lib/data/db/db';
import { auditDays } from '@/lib/data/db/schema/audit';
import { courts } from '@/lib/data/db/schema/court';
import { filingDays } from '@/lib/data/db/schema/health';
import { registerHead } from '@/lib/data/db/schema/register';
import type { UserActor } from '@/lib/domain/access/access';
import { newPerson } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';

const now = new Date('2026-11-23T15:00:00Z');
const storm = { on: '2026-11-24', nameEn: 'Storm', nameFr: 'Tempête', isHoliday: false };

eachDatabase('the marks of what everybody sees', () => {
  let registrar: UserActor;

  beforeAll(async () => {
    await seedCourts();
    registrar = await newPerson('registrar');
  });

  it('stay while nothing changes', async () => {
    expect(await readPublicMarks(now)).toEqual(await readPublicMarks(now));
  });

  it('change with a closure, and are as before once it is taken back', async () => {
    const before = await readPublicMarks(now);
    await db().transaction((tx) => addClosure(registrar, storm, now, tx));
    const closed = await readPublicMarks(now);
    expect(closed.calendar).not.toBe(before.calendar);
    expect(closed).toMatchObject({ offices: before.offices, register: before.register });
    const listed = (await listClosures(registrar)).find(({ on }) => on === storm.on);
    await db().transaction((tx) => removeClosure(registrar, listed?.id ?? '', now, tx));
    expect(await readPublicMarks(now)).toEqual(before);
  });

  it('change with the rule for claims before the opening', async () => {
    const before = await readPublicMarks(now);
    await db().transaction((tx) => setBeforeOpening(registrar, 'same-day', now, tx));
    expect((await readPublicMarks(now)).calendar).not.toBe(before.calendar);
  });

  it('change with an office and with an entry of the register', async () => {
    const before = await readPublicMarks(now);
    await db().update(courts).set({ noticeEn: 'Closed by a storm' });
    const noticed = await readPublicMarks(now);
    expect(noticed.offices).not.toBe(before.offices);
    await db().update(registerHead).set({ entry: 7 });
    await db().insert(registerHead).values({ entry: 7, hash: '' }).onConflictDoNothing();
    expect((await readPublicMarks(now)).register).not.toBe(noticed.register);
    expect((await readPublicMarks(now)).offices).toBe(noticed.offices);
  });

  it('change with a notice that begins and ends, with the day alone', async () => {
    const registrars = [registrar, await newPerson('registrar')];
    const [first, second] = registrars.map((one) => ({ ...one, confirmedAt: now }));
    if (!first || !second) throw new Error('two registrars');
    const words = { en: 'We move.', fr: 'Nous déménageons.', until: '2026-11-25' };
    const setting = { version: 1 as const, kind: 'notice' as const, ...words };
    const wish = { kind: 'change-notice' as const, setting, effectiveOn: '2026-11-25' };
    const days = ['2026-11-24', '2026-11-25', '2026-11-26'].map((day) => new Date(`${day}T15:00:00Z`));
    const before = await Promise.all(days.map((day) => readPublicMarks(day)));
    const id = await propose(first, wish, 'a move', { now, courtNow: now });
    await approveProposal(second, id, undefined, { now, courtNow: now });
    const after = await Promise.all(days.map((day) => readPublicMarks(day)));
    const changed = after.map(({ announcements }, at) => announcements !== before[at]?.announcements);
    expect(changed).toEqual([false, true, false]);
    expect(after[0]?.settings).not.toBe(before[0]?.settings);
  });

  it('change with a day that was counted, and with a root of the audit log', async () => {
    const before = await readPublicMarks(now);
    const numbers = { received: 0, issued: 0, hours: [], waits: [], holds: {} };
    await db()
      .insert(filingDays)
      .values({ day: '2026-11-23', ...numbers });
    const counted = await readPublicMarks(now);
    expect(counted.statistics).not.toBe(before.statistics);
    await db().insert(auditDays).values({ day: '2026-11-23', place: 1, root: 'x' });
    expect((await readPublicMarks(now)).register).not.toBe(counted.register);
  });
});
