import { strict as assert } from 'node:assert';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { FakeStorage } from '../support/court/storage';
import { check } from './check';
import { Court, evening, opening } from './court';
import { until } from './until';

/** Storage loses a file, and gives the wrong bytes of another: neither is sealed until the right bytes are back. The lost one then needs nobody. */
export async function storageFails(): Promise<string> {
  const court = await Court.open();
  try {
    await court.act('queue', 2, evening);
    const [lost, wrong] = await court.sql`select f.reference, v.storage_key from filings f
      join documents d on d.filing_id = f.id join document_versions v on v.document_id = d.id`;
    const fileOf = async (row: typeof lost) => String(await court.act('path', row?.storage_key));
    const [lostFile, wrongFile] = [await fileOf(lost), await fileOf(wrong)];
    const bytes = readFileSync(wrongFile);
    renameSync(lostFile, `${lostFile}.away`);
    writeFileSync(wrongFile, Buffer.concat([bytes, Buffer.from('%')]));
    await court.start();
    await until('wrong bytes put a filing on hold, a lost file is tried again for an hour', async () => {
      const states = await court.sql`select state, last_error from filings order by state`;
      const told = states.map(({ state, last_error }) => `${state}: ${last_error}`);
      return told.join() === 'held: stored-bytes-differ,received: file-gone';
    });
    await until('the lost file was tried again, and again in vain', async () => {
      const [waits] = await court.sql`select count(*)::int as n from filings
        where state = 'received' and last_error = 'file-gone' and attempts > 1`;
      return waits?.n === 1;
    });
    const held = await court.sql`select last_error from filings where state = 'held'`;
    assert.deepEqual(
      held.map(({ last_error }) => last_error),
      ['stored-bytes-differ'],
      'the wrong bytes are on hold still',
    );
    const [sealed] = await court.sql`select count(*)::int as n from document_versions where kind = 'sealed'`;
    assert.equal(sealed?.n, 0, 'nothing was sealed');
    renameSync(`${lostFile}.away`, lostFile);
    writeFileSync(wrongFile, bytes);
    await court.act('release', wrong?.reference, opening);
    await court.settled();
    await check(court, 2);
    return 'a lost file and wrong bytes: nothing sealed, both issued once the bytes were back';
  } finally {
    await court.close();
  }
}

/** Waits until storage has failed so often at something. */
function failedAt(storage: FakeStorage, method: 'GET' | 'PUT', times: number): Promise<void> {
  storage.fail(method);
  return until(`${method} failed ${times} times`, () => storage.failed(method) >= times);
}

const claims = 3;

/** Storage answers 500, first when a document is read, then when a sealed one is put: all wait until it is well again. */
export async function storageAnswers500(): Promise<string> {
  const court = await Court.open();
  try {
    const storage = await court.storeElsewhere();
    // No server starts with a storage that fails.
    await court.start();
    for (const method of ['GET', 'PUT'] as const) {
      const failing = failedAt(storage, method, claims);
      if (method === 'GET') await court.act('queue', claims, evening);
      await failing;
      const states = await court.sql`select distinct state from filings`;
      assert.deepEqual(
        states.map(({ state }) => state),
        ['received'],
        `${method}: a failing storage puts nothing on hold`,
      );
      const [sealed] =
        await court.sql`select count(*)::int as n from document_versions where kind = 'sealed'`;
      assert.equal(sealed?.n, 0, `${method}: nothing was issued`);
    }
    storage.fail(null);
    await court.settled();
    await check(court, claims);
    return `500 to ${storage.failed('GET')} reads and ${storage.failed('PUT')} puts; all issued once it was well`;
  } finally {
    await court.close();
  }
}
