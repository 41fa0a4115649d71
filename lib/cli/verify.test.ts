import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedCourts } from '@/lib/data/court/courts';
import { db, setDatabase } from '@/lib/data/db/db';
import { openEmbedded } from '@/lib/data/db/embedded';
import { openPostgres } from '@/lib/data/db/open';
import { courtFiles } from '@/lib/data/db/schema/court';
import { appendRegisterEntry } from '@/lib/data/register/register';
import { hashCode } from '@/lib/data/register/verification';
import { en } from '@/lib/messages/catalogue';
import { newFiler } from '@/lib/testing/account/people';
import { otherFiles } from '@/lib/testing/claim/other-files';
import { court } from '@/lib/testing/cli/court';
import { emptyDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';
import { certify, keyOf } from '@/lib/testing/pdf/authority';
import { pdfDate, signedAgain } from '@/lib/testing/pdf/sealed';

const folder = mkdtempSync(path.join(tmpdir(), 'cli-verify-'));
afterAll(() => rmSync(folder, { recursive: true }));

const dataDir = path.join(folder, 'data');

function verify(names: string[], variables: Record<string, string> = {}) {
  const answer = court(['verify', ...names.map(file)], { DATA_DIR: dataDir, ...variables });
  return {
    ...answer,
    lines: answer.stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
}

const file = (name: string) => path.join(folder, name);
const mark = { fileNumber: 'CV-26-00000001-0000', code: '0123456789ABCDEF' };
const date = pdfDate(new Date(Math.floor(Date.now() / 1000) * 1000));
const original = Buffer.from('%PDF-1.7\nwhat was uploaded\n%%EOF\n');

beforeAll(async () => {
  const printed = court(['ca'], { DATA_DIR: dataDir });
  expect(printed.stdout).toContain('-----BEGIN CERTIFICATE-----');
  const made = (name: string) => path.join(dataDir, 'authority', name);
  expect(printed.stdout).toBe(readFileSync(made('ca.crt'), 'utf8'));
  const key = keyOf({ key: made('court.key'), certificate: made('court.crt') });
  const sealed = await signedAgain(original, { key, date, mark });
  const stranger = keyOf(certify(folder, 'Stranger', { profile: 'court' }));
  writeFileSync(file('original.pdf'), original);
  writeFileSync(file('sealed.pdf'), sealed);
  writeFileSync(file('changed.pdf'), Buffer.from(sealed).fill('W', 9, 10));
  writeFileSync(file('appended.pdf'), Buffer.concat([sealed, Buffer.from('\n')]));
  writeFileSync(file('receipt.pdf'), await signedAgain(original, { key, date }));
  writeFileSync(file('foreign.pdf'), await signedAgain(original, { key: stranger, date, mark }));
});

it('says of each file what its seal is worth, without a database and without making one', () => {
  const names = ['original.pdf', 'sealed.pdf', 'changed.pdf', 'appended.pdf', 'foreign.pdf', 'receipt.pdf'];
  const { lines, status, stderr } = verify(names);
  const marked = { number: mark.fileNumber, code: mark.code, register: 'not-asked' };
  expect(lines).toMatchObject([
    { file: file('original.pdf'), result: 'unsigned', number: null, code: null, certificate: null },
    { file: file('sealed.pdf'), result: 'valid', wholeFile: true, ...marked },
    { file: file('changed.pdf'), result: 'changed', wholeFile: true, ...marked },
    { file: file('appended.pdf'), result: 'appended', wholeFile: false, ...marked },
    { file: file('foreign.pdf'), result: 'untrusted', wholeFile: true, ...marked },
    { file: file('receipt.pdf'), result: 'valid', wholeFile: true, number: null, code: null },
  ]);
  expect(lines[1]).toMatchObject({
    signedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    certificate: { subject: expect.stringContaining('CN=Superior Court of Justice (DEMONSTRATION)') },
  });
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(existsSync(path.join(dataDir, 'database'))).toBe(false);
});

it('ends with 0 where every file is valid, and with 1 where one cannot be read', () => {
  expect(verify(['sealed.pdf', 'sealed.pdf'])).toMatchObject({ status: 0, lines: [{}, {}] });
  const { lines, stderr, status } = verify(['nowhere.pdf', '.', 'sealed.pdf']);
  expect(lines).toMatchObject([{ file: file('sealed.pdf'), result: 'valid' }]);
  expect(stderr).toMatch(/nowhere\.pdf: ENOENT.*\n.*is no file/);
  expect(status).toBe(1);
});

it('says of what is no PDF what it is, whatever it is called, and goes by the bytes of a PDF too', () => {
  for (const [n, [, , bytes]] of otherFiles.entries()) writeFileSync(file(`${n}.pdf`), bytes);
  const others = verify(otherFiles.map((_, n) => `${n}.pdf`));
  const said = others.stderr.split('\n').filter((line) => line.startsWith(folder));
  expect(said).toEqual(otherFiles.map(([, kind], n) => `${file(`${n}.pdf`)}: ${en.refusal[kind]}.`));
  expect(others).toMatchObject({ lines: [], status: 1 });
  copyFileSync(file('sealed.pdf'), file('sealed.docx'));
  expect(verify(['sealed.docx'])).toMatchObject({ status: 0, lines: [{ result: 'valid' }] });
});

it('goes on without a database that does not answer', () => {
  const { lines, stderr } = verify(['sealed.pdf'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
  expect(lines).toMatchObject([{ result: 'valid', register: 'not-asked' }]);
  expect(stderr).toMatch(/^The register is not asked: .*ECONNREFUSED/);
});

/** Stores the claim of the mark as issued, with the sealed file. */
async function issueInDatabase(): Promise<void> {
  await seedCourts();
  const receivedAt = new Date('2026-11-23T15:00:00Z');
  const number = mark.fileNumber;
  await db().insert(courtFiles).values({ number, courtId: 'perth', title: 'A v. B', openedOn: '2026-11-23' });
  const issued = { state: 'issued', issuedAt: receivedAt, fileNumber: number } as const;
  const codes = { verificationCode: mark.code, verificationHash: hashCode(mark.code) };
  const filing = await storeFiling(await newFiler(receivedAt), { receivedAt, ...issued, ...codes });
  const sha256 = createHash('sha256')
    .update(readFileSync(file('sealed.pdf')))
    .digest('hex');
  const entry = { kind: 'issued', fileNumber: number, recordedAt: receivedAt } as const;
  await db().transaction((tx) =>
    appendRegisterEntry(tx, filing, { ...entry, documents: [{ kind: 'claim', sha256 }] }),
  );
}

const asked = ['sealed.pdf', 'appended.pdf', 'foreign.pdf', 'original.pdf', 'receipt.pdf'];
const known = ['issued', 'differs', 'differs', 'unknown', 'unknown'].map((answer) => ({ register: answer }));

describe('the register', () => {
  it('is asked in the embedded database, unless a server holds it', async () => {
    const held = await openEmbedded(dataDir);
    setDatabase(held);
    await issueInDatabase();
    const meanwhile = verify(['sealed.pdf']);
    expect(meanwhile.lines).toMatchObject([{ result: 'valid', register: 'not-asked' }]);
    expect(meanwhile.stderr).toContain('in use by process');
    await held.close();
    expect(verify(asked).lines).toMatchObject(known);
  });

  it.skipIf(!process.env.TEST_DATABASE_URL)('is asked in PostgreSQL, which is left as it is', async () => {
    const url = await emptyDatabase();
    const empty = verify(['sealed.pdf'], { DATABASE_URL: url });
    expect(empty.lines).toMatchObject([{ result: 'valid', register: 'not-asked' }]);
    expect(empty.stderr).toMatch(/^The register is not asked: .*does not exist/);
    const opened = await openPostgres(url);
    setDatabase(opened);
    await issueInDatabase();
    expect(verify(asked, { DATABASE_URL: url }).lines).toMatchObject(known);
    await opened.close();
  });
});
