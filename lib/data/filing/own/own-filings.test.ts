import { expect, it } from 'vitest';
import { seedCourts } from '@/lib/data/court/courts';
import { db } from '@/lib/data/db/db';
import { courtFiles } from '@/lib/data/db/schema/court';
import { eachFiling, firstFilings, listFilings, ownPerPage } from '@/lib/data/filing/own/own-filings';
import type { UserActor } from '@/lib/domain/access/access';
import { listFilter } from '@/lib/domain/filing/list-filter';
import { newFiler, newPerson } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';
import { claim, storeFiling } from '@/lib/testing/filing/filings';

const receivedAt = new Date('2026-11-23T15:00:00Z');
const later = (minutes: number) => new Date(receivedAt.getTime() + minutes * 60_000);

eachDatabase('a person’s own filings', (kind) => {
  const find = async (filer: UserActor, form: Record<string, string>) =>
    (await listFilings(filer, { ...listFilter(form), page: 1 })).rows.map(({ reference }) => reference);

  it('are listed for their filer alone, the newest first, page by page', async () => {
    await seedCourts();
    const [filer, other] = [await newFiler(receivedAt), await newFiler(receivedAt)];
    const references: string[] = [];
    for (let n = 0; n <= ownPerPage; n += 1)
      references.unshift((await storeFiling(filer, { receivedAt: later(n) })).reference);
    expect(await find(filer, {})).toEqual(references.slice(0, ownPerPage));
    expect(await find(filer, { order: 'oldest' })).toEqual(references.toReversed().slice(0, ownPerPage));
    const last = await listFilings(filer, { ...listFilter({}), page: 99 });
    expect(last).toMatchObject({ total: ownPerPage + 1, page: 2, pages: 2 });
    const each: string[] = [];
    for await (const { reference } of eachFiling(filer, listFilter({}))) each.push(reference);
    expect(each).toEqual(references);
    const first = await firstFilings(filer, listFilter({}), 2);
    expect(first.map(({ reference }) => reference)).toEqual(references.slice(0, 2));
    expect(await find(other, {})).toEqual([]);
    expect(await find(await newPerson('clerk'), {})).toEqual([]);
  });

  it('are found by name, number and own number, and narrowed by state, court, form and day of receipt', async () => {
    const filer = await newFiler(receivedAt);
    const file = {
      number: `CV-2${kind.length}-00000042-0000`,
      courtId: 'perth',
      title: 'A',
      openedOn: '2026-11-23',
    };
    await db().insert(courtFiles).values(file);
    const { reference: plain } = await storeFiling(filer, { receivedAt });
    const { reference: issued } = await storeFiling(filer, {
      ...{ receivedAt: later(24 * 60), state: 'issued', fileNumber: file.number, ownNumber: 'F/2026-118' },
    });
    const notice = { ...claim, documentType: 'form-14c' as const };
    const { reference: noticed } = await storeFiling(filer, {
      receivedAt: later(48 * 60),
      claim: notice,
      courtId: 'barrie',
    });
    const all = [noticed, issued, plain];
    expect(await find(filer, { words: 'QUILLFEATHER' })).toEqual(all);
    expect(await find(filer, { words: '2026-118' })).toEqual([issued]);
    expect(await find(filer, { words: file.number })).toEqual([issued]);
    expect(await find(filer, { words: plain })).toEqual([plain]);
    expect(await find(filer, { words: '&%' })).toEqual([]);
    expect(await find(filer, { state: 'issued' })).toEqual([issued]);
    expect(await find(filer, { court: 'barrie' })).toEqual([noticed]);
    expect(await find(filer, { type: 'form-14c' })).toEqual([noticed]);
    expect(await find(filer, { from: '2026-11-24', until: '2026-11-24' })).toEqual([issued]);
    expect((await find(filer, { order: 'number' }))[0]).toBe(issued);
    expect(await find(filer, { state: 'open', from: 'yesterday', order: 'x' })).toEqual(all);
  });
});
