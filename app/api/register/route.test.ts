import { beforeAll, expect, it, vi } from 'vitest';
import { seedCourts } from '@/lib/data/court/courts';
import { db } from '@/lib/data/db/db';
import { appendRegisterEntry } from '@/lib/data/register/register';
import { readRegisterLine } from '@/lib/domain/register/register-line';
import { RegisterWalk } from '@/lib/domain/register/register-walk';
import { newFiler } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';

vi.mock('@/lib/web/session/session', () => ({ currentActor: async () => ({ kind: 'anonymous' }) }));
vi.mock('@/lib/web/session/visitor', () => ({ visitorKeys: async () => ['somebody'] }));
const { GET } = await import('@/app/api/register/route');

const ask = (query = '') => GET(new Request(`http://localhost/api/register${query}`));
const linesOf = async (answer: Response) => (await answer.text()).trim().split('\n').filter(Boolean);

eachDatabase('the published register', () => {
  beforeAll(async () => {
    await seedCourts();
    for (const day of ['2026-11-23', '2026-11-23', '2026-11-24']) {
      const recordedAt = new Date(`${day}T15:00:00Z`);
      const filing = await storeFiling(await newFiler(recordedAt), { receivedAt: recordedAt });
      const entry = { kind: 'redated', fileNumber: null, recordedAt } as const;
      await db().transaction((tx) => appendRegisterEntry(tx, filing, entry));
    }
  });

  it('can be downloaded whole, and is the chain', async () => {
    const answer = await ask();
    expect(answer.headers.get('content-disposition')).toContain('court-register.ndjson');
    const walk = new RegisterWalk();
    for (const line of await linesOf(answer)) {
      const entry = readRegisterLine(line);
      expect(entry && walk.step(entry)).toBeUndefined();
    }
    expect(walk.count).toBe(3);
  });

  it('can be downloaded for a day, and says nothing of people', async () => {
    const lines = await linesOf(await ask('?day=2026-11-23'));
    expect(lines.map((line) => readRegisterLine(line)?.entry)).toEqual([1, 2]);
    expect(lines.join()).not.toMatch(/Ironwood|Quillfeather|Tremblay/);
    expect(await linesOf(await ask('?day=2020-01-01'))).toEqual([]);
    expect((await ask('?day=yesterday')).status).toBe(400);
  });
});
