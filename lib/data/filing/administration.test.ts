import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { NotFound } from '@/lib/data/access/errors';
import { seedCourts } from '@/lib/data/court/courts';
import { db } from '@/lib/data/db/db';
import { courtFiles } from '@/lib/data/db/schema/court';
import { outbox } from '@/lib/data/db/schema/mail';
import { getDay } from '@/lib/data/filing/administration';
import type { Role } from '@/lib/domain/access/access';
import { newFiler, newPerson } from '@/lib/testing/account/people';
import { onDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';

// Monday, 10:00 in Toronto
const courtNow = new Date('2026-11-23T15:00:00Z');
const minutes = (count: number) => new Date(courtNow.getTime() + count * 60_000);

onDatabase('the day of the court', () => {
  const references: Record<string, string> = {};

  beforeAll(async () => {
    await seedCourts();
    const filer = await newFiler(courtNow);
    const stored = {
      waitsForTomorrow: { receivedAt: minutes(-1), issueOn: '2026-11-24', dueAt: minutes(1_350) },
      beingIssued: { receivedAt: minutes(0), attempts: 1 },
      fromSaturday: { receivedAt: minutes(-2_900), state: 'issued' as const, issuedAt: minutes(-90) },
      failedOnFriday: {
        receivedAt: minutes(-4_300),
        issueOn: '2026-11-20',
        lastError: 'failed',
        dueAt: minutes(30),
      },
      missed: { receivedAt: minutes(-20), dueAt: minutes(-20) },
      heldLastWeek: { receivedAt: minutes(-9_000), issueOn: '2026-11-17', state: 'held' as const },
      lateYesterday: {
        receivedAt: new Date('2026-11-23T04:59:59Z'),
        issueOn: '2026-11-24',
        dueAt: minutes(1_350),
      },
      justAfterMidnight: {
        receivedAt: new Date('2026-11-23T05:00:00Z'),
        issueOn: '2026-11-24',
        dueAt: minutes(1_350),
      },
    };
    for (const [name, row] of Object.entries(stored))
      references[name] = (await storeFiling(filer, row)).reference;
    const number = 'CV-26-00000001-0000';
    const opened = { number, courtId: 'perth', title: 'Ironwood v. Quillfeather', openedOn: '2026-11-16' };
    await db().insert(courtFiles).values(opened);
    const version = { laterKind: 'amended-document' as const, filedIn: number, issueOn: '2026-11-16' };
    await storeFiling(filer, { receivedAt: minutes(-9_000), state: 'held', ...version });
    const mail = {
      kind: 'claim-issued' as const,
      recipient: 'zoe@example.org',
      subject: '',
      html: '',
      text: '',
      attachments: [],
    };
    const repeated = randomUUID();
    await db()
      .insert(outbox)
      .values([
        {
          ...mail,
          id: repeated,
          state: 'failed',
          dedupeKey: 'repeated',
          dueAt: courtNow,
          createdAt: minutes(-9),
        },
        {
          ...mail,
          repeatOf: repeated,
          state: 'sent',
          dedupeKey: 'again',
          dueAt: courtNow,
          createdAt: courtNow,
        },
      ]);
    await db()
      .insert(outbox)
      .values(
        (['queued', 'sent', 'failed', 'uncertain'] as const).map((state) => ({
          ...mail,
          state,
          dedupeKey: state,
          dueAt: courtNow,
        })),
      );
  });

  const named = (...names: string[]) => names.map((name) => references[name]);
  const referencesOf = (rows: { reference: string }[]) => rows.map(({ reference }) => reference);

  it('lists what was received that day in Toronto and what bears its date, the newest first', async () => {
    const { filings } = await getDay(await newPerson('clerk'), courtNow, 1);
    expect(referencesOf(filings.rows)).toEqual(
      named('beingIssued', 'waitsForTomorrow', 'missed', 'justAfterMidnight', 'fromSaturday'),
    );
  });

  it('puts what failed and what was missed under overdue, not what is being issued or waits', async () => {
    const { overdue } = await getDay(await newPerson('clerk'), courtNow, 1);
    expect(referencesOf(overdue)).toEqual(named('missed', 'failedOnFriday'));
  });

  it('lists the filers’ filings on hold, and not the court’s new versions', async () => {
    const { held } = await getDay(await newPerson('clerk'), courtNow, 1);
    expect(referencesOf(held)).toEqual(named('heldLastWeek'));
  });

  it('counts what waits, what was issued today, what is on hold and the e-mails that need a person', async () => {
    const { counts } = await getDay(await newPerson('clerk'), courtNow, 1);
    expect(counts).toEqual({ received: 6, issued: 1, held: 1, heldVersions: 1, late: 2, mailFailed: 2 });
  });

  it.each<Role>(['clerk', 'registrar', 'administrator'])('is shown to a %s', async (role) => {
    expect((await getDay(await newPerson(role), courtNow, 1)).day).toBe('2026-11-23');
  });

  it('does not exist for filers and visitors', async () => {
    await expect(getDay(await newPerson(), courtNow, 1)).rejects.toThrow(NotFound);
    await expect(getDay({ kind: 'anonymous' }, courtNow, 1)).rejects.toThrow(NotFound);
  });
});
