import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { seedCourts } from '@/lib/data/court/courts';
import { db } from '@/lib/data/db/db';
import { LeaseLost } from '@/lib/data/db/lease';
import { courtFiles } from '@/lib/data/db/schema/court';
import { documents, documentVersions } from '@/lib/data/db/schema/document';
import { filings } from '@/lib/data/db/schema/filing';
import { bindFileNumber } from '@/lib/data/filing/file-numbers';
import { type LeasedFiling, leaseDueFiling } from '@/lib/data/filing/filing-lease';
import { getFiling } from '@/lib/data/filing/filings';
import { completeIssue } from '@/lib/data/filing/issuing';
import { notePending } from '@/lib/data/filing/pending-files';
import {
  findIssuedByCode,
  findIssuedByHash,
  findIssuedByNumber,
  hashCode,
} from '@/lib/data/register/verification';
import { verifyAgainstRegister } from '@/lib/data/register/verification-result';
import { verificationCode } from '@/lib/domain/register/verification';
import { newFiler, newPerson } from '@/lib/testing/account/people';
import { onDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';

const receivedAt = new Date('2026-11-23T15:00:00Z');
const decidedAt = new Date('2026-11-23T15:00:01.250Z');
const times = { now: receivedAt, courtNow: receivedAt };
const leaseMs = 120_000;

/** A filing that this worker may issue. */
async function leased(change: { fileNumber?: string } = {}): Promise<LeasedFiling> {
  const { id } = await storeFiling(await newFiler(receivedAt), { receivedAt, ...change });
  const filing = await leaseDueFiling(times, leaseMs, id);
  if (!filing) throw new Error('the filing was not leased');
  return filing;
}

const newHash = () => createHash('sha256').update(randomUUID()).digest('hex');

/** A document of the filing in its uploaded form. */
async function uploadedTo(
  { id: filingId, draftId, submittedBy }: LeasedFiling,
  sha256: string,
): Promise<string> {
  const file = { kind: 'claim', name: 'claim.pdf', size: 10, pages: 1, state: 'ready', sha256 } as const;
  const [document] = await db()
    .insert(documents)
    .values({ ...file, draftId, filingId, uploadedBy: submittedBy })
    .returning();
  if (!document) throw new Error('the document was not stored');
  const version = { documentId: document.id, version: 1, storageKey: randomUUID(), size: 10, sha256 };
  await db()
    .insert(documentVersions)
    .values({ ...version, kind: 'uploaded' });
  return document.id;
}

/** A claim that the court issued, with the SHA-256 of its file as uploaded and as sealed. */
async function issued() {
  const filing = await leased();
  const { fileNumber, code } = await bindFileNumber(filing, decidedAt);
  const [original, sealed] = [newHash(), newHash()];
  const documentId = await uploadedTo(filing, original);
  const stored = {
    documentId,
    customId: randomUUID(),
    versionId: randomUUID(),
    storageKey: randomUUID(),
    size: 12,
    sha256: sealed,
  };
  const mail = { subject: 's', html: 'h', text: 't', attachments: [] };
  await notePending(stored.customId, times.now);
  await completeIssue(filing, fileNumber, [{ ...stored, kind: 'claim' }], mail, times);
  return { filing, fileNumber, code, original, sealed };
}

onDatabase('the verification code of a filing', () => {
  beforeAll(seedCourts);

  it('is bound for ever, with the court file number and the instant of the decision', async () => {
    const filing = await leased();
    const bound = await bindFileNumber(filing, decidedAt);
    expect(bound).toEqual({
      fileNumber: expect.stringMatching(/^CV-26-\d{8}-0000$/),
      code: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{16}$/),
      decidedAt,
    });
    const [row] = await db().select().from(filings).where(eq(filings.id, filing.id));
    expect(row).toMatchObject({ verificationCode: bound.code, verificationHash: hashCode(bound.code) });
    const again = await leaseDueFiling(
      { ...times, now: new Date(receivedAt.getTime() + 3_600_000) },
      leaseMs,
      filing.id,
    );
    if (!again) throw new Error('the filing was not leased again');
    expect(await bindFileNumber(again, new Date('2027-01-01T00:00:00Z'))).toEqual(bound);
  });

  it('is given to a filing that had its number before there were codes, which keeps the number', async () => {
    const number = `CV-26-${String(Math.random()).slice(2, 10)}-0000`;
    await db()
      .insert(courtFiles)
      .values({ number, courtId: 'perth', title: 'A v. B', openedOn: '2026-11-23' });
    const filing = await leased({ fileNumber: number });
    const bound = await bindFileNumber(filing, decidedAt);
    expect(bound).toEqual({ fileNumber: number, code: expect.any(String), decidedAt });
  });

  it('is not bound by a worker that lost its lease, and takes no number then', async () => {
    const filing = await leased();
    const stale = { ...filing, leaseToken: randomUUID() };
    await expect(bindFileNumber(stale, decidedAt)).rejects.toThrow(LeaseLost);
    const { fileNumber: next } = await bindFileNumber(filing, decidedAt);
    const { fileNumber: afterNext } = await bindFileNumber(await leased(), decidedAt);
    expect(Number(afterNext.slice(6, 14)) - Number(next.slice(6, 14))).toBe(1);
  });

  it('is shown to the filer once the claim is issued, not before', async () => {
    const filing = await leased();
    await bindFileNumber(filing, decidedAt);
    const clerk = await newPerson('clerk');
    expect((await getFiling(clerk, filing.reference)).verificationCode).toBeNull();
    const { filing: other, code } = await issued();
    expect((await getFiling(clerk, other.reference)).verificationCode).toBe(code);
  });
});

onDatabase('what anyone may learn of an issued filing', () => {
  beforeAll(seedCourts);

  it('is found by the sealed file, by the code, and by number and code; it names nobody', async () => {
    const { fileNumber, code, sealed } = await issued();
    const facts = {
      event: 'issued',
      fileNumber,
      court: 'Perth',
      documentType: 'form-14a',
      issueOn: '2026-11-23',
      documents: [{ kind: 'claim', sha256: sealed }],
      ...{ isSealed: false, restrictions: [], later: null, original: null },
    };
    expect(await findIssuedByHash(sealed)).toEqual(facts);
    expect(await findIssuedByCode(code)).toEqual(facts);
    expect(await findIssuedByCode(` ${code.toLowerCase()} `)).toEqual(facts);
    expect(await findIssuedByNumber(fileNumber, code)).toEqual(facts);
    expect(JSON.stringify(facts)).not.toMatch(/Ironwood|Quillfeather|Tremblay/);
  });

  it('is not found by the file as it was uploaded', async () => {
    const { original } = await issued();
    expect(await findIssuedByHash(original)).toBeNull();
  });

  it('is not found by what is nearly right', async () => {
    const [one, other] = [await issued(), await issued()];
    expect(await findIssuedByNumber(one.fileNumber, other.code)).toBeNull();
    expect(await findIssuedByNumber('CV-26-99999999-0000', one.code)).toBeNull();
    expect(await findIssuedByNumber('', one.code)).toBeNull();
    const near = `${one.code.slice(0, 15)}${one.code.endsWith('0') ? '1' : '0'}`;
    expect(await findIssuedByCode(near)).toBeNull();
    expect(await findIssuedByNumber(one.fileNumber, near)).toBeNull();
  });

  it('is not found by anything else', async () => {
    const { sealed } = await issued();
    for (const code of ['', 'U', hashCode(''), verificationCode(randomBytes(10)), "' or true --"]) {
      expect(await findIssuedByCode(code)).toBeNull();
      expect(await findIssuedByNumber('', code)).toBeNull();
    }
    for (const sha256 of ['', 'claim', sealed.slice(0, 63), sealed.toUpperCase().replace(/^./, 'g'), '"}]'])
      expect(await findIssuedByHash(sha256)).toBeNull();
  });

  it('is nothing before the filing is issued', async () => {
    const { fileNumber, code } = await bindFileNumber(await leased(), decidedAt);
    expect(await findIssuedByCode(code)).toBeNull();
    expect(await findIssuedByNumber(fileNumber, code)).toBeNull();
  });
});

onDatabase('what the register says', () => {
  beforeAll(seedCourts);

  it('tells the issued file, a copy of it that differs, a record of it, and what it does not know', async () => {
    const { fileNumber, code, original, sealed } = await issued();
    const [mark, other] = [{ fileNumber, code }, await issued()];
    const kindOf = async (question: Parameters<typeof verifyAgainstRegister>[0]) =>
      (await verifyAgainstRegister(question)).kind;
    expect(await kindOf({ sha256: sealed })).toBe('unchanged');
    expect(await kindOf({ sha256: sealed, ...mark })).toBe('unchanged');
    expect(await kindOf({ sha256: newHash(), ...mark })).toBe('differs');
    expect(await kindOf({ sha256: original, ...mark })).toBe('differs');
    expect(await kindOf(mark)).toBe('recorded');
    expect(await kindOf({ code })).toBe('recorded');
    expect(await kindOf({ sha256: original })).toBe('unknown');
    expect(await kindOf({ sha256: newHash(), fileNumber, code: other.code })).toBe('unknown');
    expect(await kindOf({ fileNumber })).toBe('unknown');
    expect(await verifyAgainstRegister({})).toEqual({ kind: 'unknown', issued: null });
  });

  it('goes by the file where its mark names another document', async () => {
    const [one, other] = [await issued(), await issued()];
    const result = await verifyAgainstRegister({
      sha256: one.sealed,
      fileNumber: other.fileNumber,
      code: other.code,
    });
    expect(result).toMatchObject({ kind: 'unchanged', issued: { fileNumber: one.fileNumber } });
  });
});
