import { expect, it } from 'vitest';
import { getCourtFile } from '@/lib/data/claim/later/court-file';
import { seedCourts } from '@/lib/data/court/courts';
import { db } from '@/lib/data/db/db';
import { courtFiles } from '@/lib/data/db/schema/court';
import { listDeadlines } from '@/lib/data/filing/own/own-deadlines';
import { newFiler } from '@/lib/testing/account/people';
import { onDatabase } from '@/lib/testing/db/databases';
import { claim, storeFiling } from '@/lib/testing/filing/filings';

const today = '2026-11-24';
const receivedAt = new Date('2026-05-20T15:00:00Z');
const notice = { ...claim, documentType: 'form-14c' as const };

onDatabase('the deadlines of a person’s own claims', () => {
  it('are those of the next days, the first first', async () => {
    await seedCourts();
    const [filer, other] = [await newFiler(receivedAt), await newFiler(receivedAt)];
    const issued = (issueOn: string, more = {}) =>
      storeFiling(filer, { receivedAt, state: 'issued', issueOn, ...more });
    const served = await issued('2026-06-03');
    const noticed = await issued('2026-11-02', { claim: notice });
    await issued('2026-11-02');
    await issued('2026-05-20');
    await storeFiling(filer, { receivedAt, issueOn: '2026-06-03' });
    const found = await listDeadlines(filer, today, 30);
    expect(found.map(({ reference, kind, by }) => [reference, kind, by])).toEqual([
      [noticed.reference, 'file-14d', '2026-12-02'],
      [served.reference, 'serve', '2026-12-03'],
    ]);
    expect(await listDeadlines(other, today, 30)).toEqual([]);
  });

  it('leave out the statement of claim that is filed, and those of later documents', async () => {
    await seedCourts();
    const filer = await newFiler(receivedAt);
    const file = (n: number) => ({ number: `CV-26-0000000${n}-0000`, courtId: 'perth', title: 'A v. B' });
    await db()
      .insert(courtFiles)
      .values([1, 2].map((n) => ({ ...file(n), openedOn: '2026-11-02' })));
    const issued = { receivedAt, state: 'issued' as const, issueOn: '2026-11-02', claim: notice };
    for (const n of [1, 2]) await storeFiling(filer, { ...issued, fileNumber: file(n).number });
    const later = { ...issued, laterKind: 'statement-of-claim' as const };
    await storeFiling(filer, { ...later, filedIn: file(1).number });
    await storeFiling(filer, { ...later, filedIn: file(2).number, state: 'withdrawn' });
    const found = await listDeadlines(filer, today, 30);
    expect(found.map(({ fileNumber, kind }) => [fileNumber, kind])).toEqual([[file(2).number, 'file-14d']]);
  });

  it('leave out service once proof of it on every defendant is filed', async () => {
    await seedCourts();
    const filer = await newFiler(receivedAt);
    const file = (n: number) => ({ number: `CV-26-0000001${n}-0000`, courtId: 'perth', title: 'A v. B' });
    await db()
      .insert(courtFiles)
      .values([1, 2, 3].map((n) => ({ ...file(n), openedOn: '2026-06-03' })));
    const two = { ...claim, defendants: [...claim.defendants, ...claim.defendants] };
    const issued = { receivedAt, state: 'issued' as const, issueOn: '2026-06-03', claim: two };
    for (const n of [1, 2, 3]) await storeFiling(filer, { ...issued, fileNumber: file(n).number });
    const prove = (n: number, defendants: number[], more = {}) =>
      storeFiling(filer, {
        ...{ ...issued, laterKind: 'affidavit-of-service', filedIn: file(n).number, ...more },
        statement: {
          service: defendants.map((defendant) => ({
            ...{ defendant, name: 'P', on: '2026-06-05', method: 'personal' },
          })),
        },
      });
    await prove(1, [0]);
    await prove(1, [1, 0]);
    await prove(2, [0]);
    await prove(3, [0, 1], { state: 'withdrawn' });
    const found = await listDeadlines(filer, today, 30);
    expect(found.map(({ fileNumber }) => fileNumber).sort()).toEqual([file(2).number, file(3).number]);
    const ofFile = async (n: number) => (await getCourtFile(filer, file(n).number)).done;
    expect([await ofFile(1), await ofFile(2), await ofFile(3)].map(({ service }) => service)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('reach as far back as the shortest six months', async () => {
    await seedCourts();
    const filer = await newFiler(receivedAt);
    for (const issueOn of ['2026-09-01', '2026-09-02'])
      await storeFiling(filer, { receivedAt, state: 'issued', issueOn });
    expect((await listDeadlines(filer, '2027-01-30', 30)).map(({ by }) => by)).toEqual(['2027-03-01']);
  });
});
