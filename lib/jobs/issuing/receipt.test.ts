import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NotFound } from '@/lib/data/access/errors';
import { findReceipt, getReceipt, type Receipt } from '@/lib/data/claim/receipts';
import { seedCourts } from '@/lib/data/court/courts';
import { receiptSheet, signedReceiptOf } from '@/lib/jobs/issuing/receipt';
import { bearsOurSeal, verifySeal } from '@/lib/pdf/signature/verify';
import { courtKey } from '@/lib/services/signing/signing-key';
import { newFiler, newPerson } from '@/lib/testing/account/people';
import { readyDraft, submitted } from '@/lib/testing/claim/submit';
import { onDatabase } from '@/lib/testing/db/databases';

const folder = mkdtempSync(path.join(tmpdir(), 'court-receipt-'));
afterAll(() => rmSync(folder, { recursive: true }));

const evening = new Date('2026-11-23T23:30:15.250Z');
const sha256 = 'a1'.repeat(32);

const receipt: Omit<Receipt, 'locale'> = {
  reference: 'R-7K3M-9QX2',
  ownNumber: '',
  laterKind: null,
  title: 'Côté v. O’Neil, Nguyễn and Łukasz Żółć, Σοφία Ковальчук 文, ᓀᐦᐃᔭᐤ and ʔaq̓am',
  contact: { firstName: 'Zoé', lastName: 'Côté' } as Receipt['contact'],
  court: 'L’Orignal',
  receivedAt: evening,
  issueOn: '2026-11-24',
  restrictions: [],
  filing: { state: 'received', issueOn: '2026-11-24' },
  documents: Array.from({ length: 4 }, (_, n) => ({
    ...{ kind: 'claim' as const, name: `${'A very long name of a file '.repeat(5)}${n} 文書.pdf` },
    ...{ size: 204_800, pages: 12, sha256 },
  })),
};

describe.each(['en', 'fr'] as const)('the signed receipt in %s', (locale) => {
  const file = path.join(folder, `${locale}.pdf`);
  let bytes: Uint8Array;

  beforeAll(async () => {
    bytes = await signedReceiptOf({ ...receipt, locale });
    writeFileSync(file, bytes);
  });
  const run = (program: string, ...args: string[]) => execFileSync(program, args, { encoding: 'utf8' });

  it('is a sound PDF with its title and language', () => {
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
    expect(run('pdfinfo', file)).toContain('R-7K3M-9QX2');
    expect(run('qpdf', '--qdf', '--object-streams=disable', file, '-')).toContain(`/Lang (${locale}-CA)`);
  });

  it('says what was received, when, and what it is not', () => {
    const text = run('pdftotext', '-enc', 'UTF-8', file, '-').replace(/\s+/g, ' ');
    const date = locale === 'fr' ? 'mardi 24 novembre 2026' : 'Tuesday, November 24, 2026';
    const time =
      locale === 'fr' ? '18 h 30 min 15 s (heure de l’Est, UTC−5)' : '6:30:15 p.m. Eastern time (UTC−5)';
    for (const fact of ['R-7K3M-9QX2', date, time, 'Zoé Côté', receipt.title, sha256]) {
      expect(text).toContain(fact);
    }
    expect(text).toContain(locale === 'fr' ? 'n’est pas un acte délivré' : 'is not an issued claim');
  });

  it('bears a signature over the whole file', () => {
    expect(run('pdfsig', '-nocert', file)).toMatch(/Total document signed[\s\S]*Signature is Valid/);
  });

  it('is the court’s by its signature, is no sealed document, and is broken by a change', async () => {
    const { authority } = await courtKey();
    expect(verifySeal(bytes, authority)).toMatchObject({ signature: 'valid', wholeFile: true });
    expect(bearsOurSeal(bytes, authority)).toBeUndefined();
    const changed = Buffer.from(bytes).fill('W', 9, 10);
    expect(verifySeal(changed, authority).signature).toBe('broken');
  });
});

it('keeps the date that was told when the claim bears another by now', () => {
  const filing = { state: 'issued', issueOn: '2026-11-25' } as const;
  const { parts } = receiptSheet({ ...receipt, locale: 'en', filing });
  const values = parts.map((part) => ('value' in part ? part.value : ''));
  expect(values).toEqual(
    expect.arrayContaining(['Tuesday, November 24, 2026', 'Wednesday, November 25, 2026']),
  );
});

onDatabase('a receipt', () => {
  beforeAll(seedCourts);

  it('is the filer’s and staff’s, and nobody else’s', async () => {
    const filer = await newFiler(evening);
    const draft = await readyDraft(filer);
    const { reference } = await submitted(
      filer,
      { draft: draft.reference, locale: 'en' },
      { now: evening, courtNow: evening },
    );
    const kept = await getReceipt(filer, reference);
    expect(kept).toMatchObject({ receivedAt: evening, issueOn: '2026-11-24', locale: 'en' });
    expect(kept.documents).toEqual([expect.objectContaining({ kind: 'claim', sha256: draft.sha256 })]);
    expect(await getReceipt(await newPerson('clerk'), reference)).toEqual(kept);
    expect(await findReceipt(await newFiler(evening), reference)).toBeNull();
    await expect(getReceipt({ kind: 'anonymous' }, reference)).rejects.toThrow(NotFound);
  });
});
