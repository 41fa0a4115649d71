import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Court } from './court';

/** Such as CV-26-00000001-0000: of each year the numbers go from 1 without a gap. */
function checkNumbers(fileNumbers: string[]): void {
  const last = new Map<string, number>();
  for (const fileNumber of fileNumbers.sort()) {
    const year = fileNumber.slice(3, 5);
    const next = (last.get(year) ?? 0) + 1;
    assert.equal(Number(fileNumber.slice(6, 14)), next, 'numbers gapless');
    last.set(year, next);
  }
}

/**
 * What must hold after any fault: as many issued claims as submissions, numbers gapless from 1, one register entry and
 * one accepted e-mail of each kind for each, with the issued documents themselves, nothing stuck, and nothing in storage
 * that no filing names.
 */
export async function check(court: Court, submissions: number): Promise<void> {
  const { sql } = court;
  const filings = await sql`select id, state, file_number, lease_token from filings`;
  assert.equal(filings.length, submissions, 'as many filings as submissions');
  assert.deepEqual([...new Set(filings.map(({ state }) => state))], ['issued'], 'all issued');
  assert.ok(
    filings.every(({ lease_token }) => lease_token === null),
    'no lease left',
  );
  checkNumbers(filings.map(({ file_number }) => file_number));
  const [entries] =
    await sql`select count(*)::int as n, count(distinct filing_id)::int as filings from register
    where kind = 'issued'`;
  assert.deepEqual([entries?.n, entries?.filings], [submissions, submissions], 'one register entry each');
  const [audited] = await sql`select count(*)::int as n, count(distinct subject)::int as filings from audit
    where action = 'issue filing' and outcome = 'done'`;
  assert.deepEqual([audited?.n, audited?.filings], [submissions, submissions], 'one line of audit each');
  await checkMails(court, submissions);
  await checkSealed(court, submissions);
  await checkAttached(court, submissions);
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'lib/cli.ts', 'verify-register'], {
    env: { ...process.env, ...court.env(), NODE_ENV: 'production' },
  });
  assert.equal(await court.act('sweep'), 0, 'no file that nothing names');
  const [pending] = await sql`select count(*)::int as n from pending_files`;
  assert.equal(pending?.n, 0, 'no file forgotten');
}

/** What lies in storage is what the register says was issued. */
async function checkSealed(court: Court, submissions: number): Promise<void> {
  const rows = await court.sql`select v.storage_key, r.documents from register r
    join filings f on f.id = r.filing_id join documents d on d.filing_id = f.id
    join document_versions v on v.document_id = d.id and v.kind = 'sealed'
    where r.kind = 'issued'`;
  assert.equal(rows.length, submissions, 'one sealed file each');
  const stored = await court.act('hashes', ...rows.map(({ storage_key }) => storage_key));
  const registered = rows.map(({ storage_key, documents }) => [storage_key, documents[0]?.sha256]);
  assert.deepEqual(stored, Object.fromEntries(registered), 'the sealed bytes are those of the register');
}

/** What reached the filers are the documents that the register says were issued; receipts bring none. */
async function checkAttached({ sql, resend }: Court, submissions: number): Promise<void> {
  const rows = await sql`select o.id, o.attachments, r.documents from outbox o
    join register r on r.filing_id = o.filing_id and r.kind = 'issued' where o.kind = 'claim-issued'`;
  const registered = rows.map(({ id, attachments, documents }) => [
    `outbox/${id}`,
    (documents as { sha256: string }[]).map(({ sha256 }, index) => ({
      filename: attachments[index]?.filename,
      sha256,
    })),
  ]);
  assert.equal(registered.length, submissions);
  const attached = resend.accepted
    .filter(({ attachments }) => attachments.length > 0)
    .map(({ key, attachments }) => [key, attachments]);
  assert.deepEqual(
    new Map(attached as [string, unknown][]),
    new Map(registered as [string, unknown][]),
    'the attached bytes are those of the register',
  );
}

async function checkMails({ sql, resend }: Court, submissions: number): Promise<void> {
  const mails = await sql`select id, kind, state, lease_token, provider_id from outbox`;
  assert.deepEqual([...new Set(mails.map(({ state }) => state))], ['sent'], 'every message sent');
  assert.ok(
    mails.every(({ lease_token }) => lease_token === null),
    'no message leased',
  );
  assert.deepEqual(
    mails.map(({ id, provider_id }) => `outbox/${id} ${provider_id}`).sort(),
    resend.accepted.map(({ key, id }) => `${key} ${id}`).sort(),
    'what was accepted is what was sent, each once',
  );
  // The message of the issue takes the place of a receipt that still waits; whatever happens, it comes once.
  const of = (kind: string) => mails.filter((mail) => mail.kind === kind).map(({ id }) => `outbox/${id}`);
  const [receipts, issued] = [of('claim-received'), of('claim-issued')];
  assert.equal(issued.length, submissions, 'one message of the issue each');
  assert.ok(receipts.length <= submissions, 'one receipt each at most');
  for (const ids of [receipts, issued]) {
    const accepted = resend.accepted.filter(({ key }) => ids.includes(key));
    assert.equal(accepted.length, ids.length, 'each accepted once');
  }
}
