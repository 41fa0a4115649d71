import { strict as assert } from 'node:assert';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { check } from './check';
import { Court, evening, opening } from './court';

/** Storage loses a file, and gives the wrong bytes of another: neither is sealed until the right bytes are back. */
export async function storageFails(): Promise<string> {
  const court = await Court.open();
  try {
    court.act('queue', 2, evening);
    const [lost, wrong] = await court.sql`select f.reference, v.storage_key from filings f
      join documents d on d.draft_id = f.draft_id join document_versions v on v.document_id = d.id`;
    const fileOf = (row: typeof lost) => path.join(court.dataDir, 'files', row?.storage_key);
    const bytes = readFileSync(fileOf(wrong));
    renameSync(fileOf(lost), `${fileOf(lost)}.away`);
    writeFileSync(fileOf(wrong), Buffer.concat([bytes, Buffer.from('%')]));
    await court.start();
    await wait(6_000);
    const states = await court.sql`select reference, state, last_error from filings`;
    const stateOf = (row: typeof lost) => states.find(({ reference }) => reference === row?.reference);
    assert.equal(stateOf(lost)?.state, 'received', 'a lost file is tried again');
    assert.ok(stateOf(lost)?.last_error, 'and said to have failed');
    assert.equal(stateOf(wrong)?.state, 'held', 'wrong bytes put the filing on hold');
    assert.equal(stateOf(wrong)?.last_error, 'stored-bytes-differ');
    const [sealed] = await court.sql`select count(*)::int as n from document_versions where version = 1`;
    assert.equal(sealed?.n, 0, 'nothing was sealed');
    renameSync(`${fileOf(lost)}.away`, fileOf(lost));
    writeFileSync(fileOf(wrong), bytes);
    court.act('release', wrong?.reference, opening);
    await court.settled();
    await check(court, 2);
    return 'a lost file and wrong bytes: nothing sealed, both issued once the bytes were back';
  } finally {
    await court.close();
  }
}
