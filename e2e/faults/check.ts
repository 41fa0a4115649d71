import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import type { Court } from './court';

/**
 * What must hold after any fault: as many issued claims as submissions, numbers gapless from 1, one register entry and
 * one accepted e-mail of each kind for each, nothing stuck, and nothing in storage that no filing names.
 */
export async function check(court: Court, submissions: number): Promise<void> {
  const { sql } = court;
  const filings = await sql`select id, state, file_number, lease_token from filings order by file_number`;
  assert.equal(filings.length, submissions, 'as many filings as submissions');
  assert.deepEqual([...new Set(filings.map(({ state }) => state))], ['issued'], 'all issued');
  assert.ok(
    filings.every(({ lease_token }) => lease_token === null),
    'no lease left',
  );
  const numbers = filings.map(({ file_number }) => Number(file_number.slice(6, 14)));
  assert.deepEqual(
    numbers,
    numbers.map((_, index) => index + 1),
    'numbers gapless',
  );
  const [entries] =
    await sql`select count(*)::int as n, count(distinct filing_id)::int as filings from register
    where kind = 'issued'`;
  assert.deepEqual([entries?.n, entries?.filings], [submissions, submissions], 'one register entry each');
  await checkMails(court, submissions);
  execFileSync(process.execPath, ['--import', 'tsx', 'lib/cli.ts', 'verify-register'], {
    env: { ...process.env, ...court.env(), NODE_ENV: 'production' },
  });
  assert.equal(court.act('sweep'), 0, 'no file that nothing names');
  const [pending] = await sql`select count(*)::int as n from pending_files`;
  assert.equal(pending?.n, 0, 'no file forgotten');
}

async function checkMails({ sql, resend }: Court, submissions: number): Promise<void> {
  const mails =
    await sql`select id, kind, state from outbox where kind in ('claim-received', 'claim-issued')`;
  assert.deepEqual([...new Set(mails.map(({ state }) => state))], ['sent'], 'every message sent');
  for (const kind of ['claim-received', 'claim-issued']) {
    const ids = mails.filter((mail) => mail.kind === kind).map(({ id }) => `outbox/${id}`);
    assert.equal(ids.length, submissions, `one ${kind} each`);
    const accepted = resend.accepted.filter(({ key }) => ids.includes(key));
    assert.equal(accepted.length, submissions, `each ${kind} accepted once`);
  }
}
