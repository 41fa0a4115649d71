import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seedCourts } from '@/lib/data/court/courts';
import { db } from '@/lib/data/db/db';
import { filings } from '@/lib/data/db/schema/filing';
import { mailSender, outbox } from '@/lib/data/db/schema/mail';
import { findLateFilings, findMailTrouble } from '@/lib/data/health/troubles';
import { endPause, pauseSender } from '@/lib/data/mail/mail-sender';
import type { UserActor } from '@/lib/domain/access/access';
import { newFiler } from '@/lib/testing/account/people';
import { onDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';

onDatabase('what staff must hear of', () => {
  describe('filings that are late', () => {
    let filer: UserActor;
    beforeAll(async () => {
      await seedCourts();
      filer = await newFiler(new Date('2026-11-20T15:00:00Z'));
    });
    afterEach(async () => {
      await db().delete(filings);
    });

    // Toronto is five hours behind; Monday, November 23 is a business day.
    const ten = '2026-11-23T15:00:00Z';
    const base = { receivedAt: ten, dueAt: ten, issueOn: '2026-11-23' };
    const overnight = { receivedAt: '2026-11-22T20:00:00Z', dueAt: '2026-11-23T13:30:00Z' };

    it.each([
      ['just received', base, '2026-11-23T15:00:01Z', false],
      ['due for just less than five minutes', base, '2026-11-23T15:04:59Z', false],
      ['due for five minutes', base, '2026-11-23T15:05:00Z', true],
      ['due for hours, at the last minute of the day', base, '2026-11-23T21:59:00Z', true],
      ['due, after the court has closed', base, '2026-11-23T22:00:00Z', false],
      ['due for a day, before the opening', base, '2026-11-24T13:29:59Z', false],
      ['due for a day, at the opening', base, '2026-11-24T13:30:00Z', true],
      ['received in the night, four minutes after the opening', overnight, '2026-11-23T13:34:00Z', false],
      ['received in the night, five minutes after the opening', overnight, '2026-11-23T13:35:00Z', true],
      [
        'tried in vain, and to be tried again later',
        { ...base, dueAt: '2026-11-23T16:00:00Z', lastError: 'failed' },
        '2026-11-23T15:05:00Z',
        true,
      ],
      ['for tomorrow', { ...base, issueOn: '2026-11-24', dueAt: '2026-11-24T13:30:00Z' }, ten, false],
      ['issued', { ...base, state: 'issued' as const }, '2026-11-23T16:00:00Z', false],
      ['on hold', { ...base, state: 'held' as const }, '2026-11-23T16:00:00Z', false],
      ['on Christmas Day', { ...base, issueOn: '2026-11-23' }, '2026-12-25T16:00:00Z', false],
    ])('%s', async (_, { receivedAt, dueAt, ...row }, at, isLate) => {
      const stored = { ...row, receivedAt: new Date(receivedAt), dueAt: new Date(dueAt) };
      const { reference } = await storeFiling(filer, stored);
      expect(await findLateFilings(new Date(at))).toBe(isLate ? `1: ${reference}` : undefined);
    });

    it('are counted, and the first three named', async () => {
      const row = { ...base, dueAt: new Date(ten) };
      const references: string[] = [];
      for (const minute of [0, 1, 2, 3]) {
        const receivedAt = new Date(new Date(ten).getTime() + minute * 1000);
        references.push((await storeFiling(filer, { ...row, receivedAt })).reference);
      }
      const told = await findLateFilings(new Date('2026-11-23T16:00:00Z'));
      expect(told).toBe(`4: ${references.slice(0, 3).join(', ')}, …`);
    });
  });

  describe('e-mail that does not leave', () => {
    const now = new Date('2026-11-24T15:00:00Z');
    const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
    const mail = { recipient: 'zoe@example.org', subject: '', html: '', text: '', attachments: [] };

    beforeEach(async () => {
      await db().insert(mailSender).values({ nextAt: now }).onConflictDoNothing();
    });
    afterEach(async () => {
      await db().delete(outbox);
      await endPause();
    });

    it.each([
      ['nothing', [], undefined],
      ['a message that waits', [{ dueAt: now }], undefined],
      ['one tried just now', [{ dueAt: now, firstAttemptAt: ago(4.9), lastError: 'x' }], undefined],
      ['one tried for five minutes', [{ dueAt: now, firstAttemptAt: ago(5), lastError: 'x' }], '1: x'],
      ['one that was sent', [{ dueAt: ago(30), firstAttemptAt: ago(30), state: 'sent' }], undefined],
      ['one refused lately', [{ dueAt: ago(59), state: 'failed', lastError: 'x' }], '1: x'],
      ['one refused an hour ago', [{ dueAt: ago(60), state: 'failed', lastError: 'x' }], undefined],
      ['one that perhaps arrived', [{ dueAt: ago(1), state: 'uncertain' }], '1'],
      ['an alert that was refused', [{ kind: 'staff-alert', dueAt: ago(1), state: 'failed' }], undefined],
      [
        'two',
        [
          { dueAt: ago(1), state: 'failed', lastError: 'x' },
          { dueAt: now, firstAttemptAt: ago(9), lastError: 'y' },
        ],
        '2: y',
      ],
    ] as const)('%s', async (_, rows, told) => {
      for (const [n, row] of rows.entries())
        await db()
          .insert(outbox)
          .values({ kind: 'claim-issued', ...mail, dedupeKey: `mail ${n}`, ...row, attachments: [] });
      expect(await findMailTrouble(now)).toBe(told);
    });

    it('because the provider refuses our account', async () => {
      await pauseSender('invalid_api_key', 60_000);
      expect(await findMailTrouble(now)).toBe('invalid_api_key');
    });
  });
});
