import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { writeSealMark } from '@/lib/domain/register/verification';
import { bearsOurSeal, verifySeal } from '@/lib/pdf/signature/verify';
import { certify, der, keyOf } from '@/lib/testing/pdf/authority';
import { pdfDate, signedAgain } from '@/lib/testing/pdf/sealed';

const folder = mkdtempSync(path.join(tmpdir(), 'verify-'));
afterAll(() => rmSync(folder, { recursive: true }));

const authority = certify(folder, 'Authority', { profile: 'authority' });
const court = certify(folder, 'Court', { profile: 'court', issuer: authority });
const roots = [der(authority.certificate)];
const key = keyOf(court, authority);

const stranger = certify(folder, 'Stranger', { profile: 'authority' });
const theirs = keyOf(certify(folder, 'Theirs', { profile: 'court', issuer: stranger }), stranger);

const day = 24 * 60 * 60 * 1000;
/** A day within all the certificates, in whole seconds. */
const at = new Date(Math.ceil(Date.now() / day) * day + day);
const date = pdfDate(at);
const mark = { fileNumber: 'CV-26-00000001-0000', code: '0123456789ABCDEF' };
const original = Buffer.from('%PDF-1.7\nwhat was uploaded\nstartxref\n9\n%%EOF\n');
const sealed = await signedAgain(original, { key, date, mark });
const hole = { start: sealed.indexOf('/Contents <') + 10, end: sealed.indexOf('>>>\nendobj') + 1 };

describe('a sealed file', () => {
  it('is valid, and says by whom and when', () => {
    expect(verifySeal(sealed, roots)).toEqual({
      mark,
      signature: 'valid',
      wholeFile: true,
      signedAt: at.toISOString(),
      certificate: {
        subject: 'C=CA, O=Test, CN=Court',
        issuer: 'C=CA, O=Test, CN=Authority',
        serial: expect.stringMatching(/^[0-9A-F]+$/),
        notBefore: expect.stringMatching(/^\d{4}-.*Z$/),
        notAfter: expect.stringMatching(/^\d{4}-.*Z$/),
      },
    });
    expect(bearsOurSeal(sealed, roots)).toEqual(mark);
  });

  it('is never valid with another byte in any place outside the hole', () => {
    for (let place = 0; place < sealed.length; place += 1) {
      if (place > hole.start && place < hole.end - 1) continue;
      const changed = Uint8Array.from(sealed);
      changed[place] = (changed[place] ?? 0) ^ (1 << (place % 8));
      expect(verifySeal(changed, roots).signature, `byte ${place}`).not.toBe('valid');
      expect(bearsOurSeal(changed, roots)).toBeUndefined();
    }
  });

  it('is never valid after changes at random, unless to the hole alone', () => {
    const change = fc.tuple(fc.nat(sealed.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const changed = Uint8Array.from(sealed);
        for (const [place, byte] of changes) changed[place] = byte;
        const outside = (bytes: Uint8Array) => [
          bytes.subarray(0, hole.start + 1),
          bytes.subarray(hole.end - 1),
        ];
        const isSame = outside(changed).every(
          (part, i) => Buffer.compare(part, outside(sealed)[i] ?? part) === 0,
        );
        return isSame || verifySeal(changed, roots).signature !== 'valid';
      }),
      { numRuns: 3000 },
    );
  });

  it('is never valid with bytes taken out or put in', () => {
    const cut = fc.tuple(
      fc.nat(sealed.length - 1),
      fc.integer({ min: 0, max: 40 }),
      fc.string({ maxLength: 40 }),
    );
    fc.assert(
      fc.property(cut, ([place, gone, put]) => {
        const parts = [sealed.subarray(0, place), Buffer.from(put), sealed.subarray(place + gone)];
        const changed = Buffer.concat(parts);
        // Not every bit within the hole matters: the signature cannot sign itself.
        const signed = Buffer.concat([sealed.subarray(0, hole.start + 1), sealed.subarray(hole.end - 1)]);
        const left = Buffer.concat([changed.subarray(0, hole.start + 1), changed.subarray(hole.end - 1)]);
        const isSame = changed.length === sealed.length && left.equals(signed);
        return isSame || bearsOurSeal(changed, roots) === undefined;
      }),
      { numRuns: 2000 },
    );
  });

  it('is valid, but not the whole file, when something was appended', () => {
    const longer = Buffer.concat([sealed, Buffer.from('\n')]);
    expect(verifySeal(longer, roots)).toMatchObject({ mark, signature: 'valid', wholeFile: false });
    expect(bearsOurSeal(longer, roots)).toBeUndefined();
  });

  it('stays valid when others sign after it, and when they had signed before', async () => {
    const between = await signedAgain(await signedAgain(original, { key: theirs, date }), {
      key,
      date,
      mark,
    });
    expect(verifySeal(between, roots)).toMatchObject({ signature: 'valid', wholeFile: true });
    const after = await signedAgain(between, { key: theirs, date });
    expect(verifySeal(after, roots)).toMatchObject({ mark, signature: 'valid', wholeFile: false });
  });

  it('is valid whatever its filer made look like a signature', async () => {
    const decoy = sealed.subarray(sealed.indexOf('12 0 obj'));
    const decoys = Buffer.concat([original, original, Buffer.from(writeSealMark(mark)), decoy, decoy]);
    expect(verifySeal(decoys, roots).signature).toBe('broken');
    const revision = await signedAgain(decoys, { key, date });
    expect(verifySeal(revision, roots)).toMatchObject({ mark, signature: 'valid', wholeFile: true });
  });

  it('is judged by its newest seal', async () => {
    const second = { fileNumber: 'CV-26-00000001-0000', code: 'ZZZZZZZZZZZZZZZZ' };
    const twice = await signedAgain(sealed, { key, date, mark: second });
    expect(verifySeal(twice, roots)).toMatchObject({ mark: second, signature: 'valid', wholeFile: true });
    const forged = await signedAgain(sealed, { key: theirs, date, mark: second });
    expect(verifySeal(forged, roots)).toMatchObject({ mark: second, signature: 'untrusted' });
  });
});

describe('the certificate', () => {
  const sealedBy = (...[by, ...chain]: Parameters<typeof keyOf>) =>
    signedAgain(original, { key: keyOf(by, ...chain), date, mark });

  const signature = async (file: Promise<Buffer>) => verifySeal(await file, roots).signature;

  it('must be of the authority', async () => {
    expect(verifySeal(sealed, [der(stranger.certificate)]).signature).toBe('untrusted');
    expect(verifySeal(sealed, []).signature).toBe('untrusted');
    const elsewhere = mkdtempSync(path.join(folder, 'namesake-'));
    const namesake = certify(elsewhere, 'Authority', { profile: 'authority' });
    const forger = certify(elsewhere, 'Court', { profile: 'court', issuer: namesake });
    expect(await signature(sealedBy(forger, namesake))).toBe('untrusted');
    expect(await signature(sealedBy(forger, authority))).toBe('untrusted');
  });

  it('may be certified through others, which must be authorities', async () => {
    const between = certify(folder, 'Between', { profile: 'authority', issuer: authority });
    const below = certify(folder, 'Below', { profile: 'court', issuer: between });
    expect(await signature(sealedBy(below, between, authority))).toBe('valid');
    expect(await signature(sealedBy(below, between))).toBe('valid');
    expect(await signature(sealedBy(below, authority))).toBe('untrusted');
    for (const profile of ['court', 'unlimited'] as const) {
      const leaf = certify(folder, 'A leaf', { profile, issuer: authority });
      expect(await signature(sealedBy(leaf, authority))).toBe('valid');
      const byLeaf = certify(folder, 'By a leaf', { profile: 'court', issuer: leaf });
      expect(await signature(sealedBy(byLeaf, leaf, authority))).toBe('untrusted');
    }
  });

  it('may be the one that is trusted', async () => {
    expect(verifySeal(sealed, [key.certificate]).signature).toBe('valid');
    expect(verifySeal(sealed, [theirs.certificate]).signature).toBe('untrusted');
  });

  it('must be for signing documents', async () => {
    const mail = certify(folder, 'Mail', { profile: 'mail', issuer: authority });
    expect(await signature(sealedBy(mail, authority))).toBe('untrusted');
  });

  it('must be valid when the file was sealed', async () => {
    const on = (year: string, given?: Date) =>
      signedAgain(original, { key, date: year, mark }).then((file) => verifySeal(file, roots, given));
    expect(await on('(D:20010101000000Z)')).toMatchObject({ signature: 'untrusted' });
    expect(await on('(D:20010101000000Z)', at)).toMatchObject({ signature: 'untrusted' });
    const hex = (text: string) => `<${Buffer.from(text).toString('hex')}>`;
    expect(await on(hex('D:20010101000000Z'))).toMatchObject({ signature: 'untrusted' });
    // An encrypted file does not hold the date in plain.
    expect(await on('<8f03a1>')).toMatchObject({ signature: 'valid' });
    expect((await on('<8f03a1>')).signedAt).toBeUndefined();
    expect(await on('<8f03a1>', at)).toMatchObject({ signature: 'valid', signedAt: at.toISOString() });
    expect(await on('<8f03a1>', new Date('2001-01-01'))).toMatchObject({ signature: 'untrusted' });
  });
});

describe('a file that is not sealed', () => {
  const result = (text: string | Buffer) => verifySeal(Buffer.from(text), roots);

  it('has no mark, or no signature after it', () => {
    expect(result('')).toEqual({ mark: undefined, signature: 'none', wholeFile: false });
    expect(result(original).signature).toBe('none');
    expect(result(sealed.subarray(sealed.indexOf('12 0 obj'))).mark).toBeUndefined();
    const copied = Buffer.concat([sealed, Buffer.from(writeSealMark({ ...mark, code: 'ZZZZZZZZZZZZZZZZ' }))]);
    expect(result(copied)).toMatchObject({ mark: { code: 'ZZZZZZZZZZZZZZZZ' }, signature: 'none' });
  });

  it('cannot borrow a seal from one that is', () => {
    const revision = sealed.subarray(original.length);
    expect(result(Buffer.concat([Buffer.from('%PDF-1.7 another\n'), revision])).signature).toBe('broken');
    expect(result(Buffer.concat([sealed, revision])).signature).toBe('broken');
  });

  it.each([
    ['does not begin at 0', '[1 #before #after #length]'],
    ['leaves out more than the hole', '[0 #less #after #length]'],
    ['leaves out less than the hole', '[0 #before #inner #length]'],
    ['reaches past the end', '[0 #before #after #more]'],
    ['ends before it begins', '[0 #after #before #length]'],
    ['is negative', '[0 #before #after -1]'],
    ['is beyond all numbers', '[0 #before #after 99999999999999999999]'],
    ['has more than two parts', '[0 #before #after 1 #after #length]'],
  ])('has a byte range that %s', (_, range) => {
    const numbers: Record<string, number> = {
      '#before': hole.start,
      '#less': hole.start - 20,
      '#after': hole.end,
      '#inner': hole.end - 2,
      '#length': sealed.length - hole.end,
      '#more': sealed.length - hole.end + 1,
    };
    const written = range.replace(/#\w+/g, (name) => String(numbers[name]));
    const changed = sealed.toString('latin1').replace(/(\/ByteRange )\[.*?\] */, (whole) => {
      return `/ByteRange ${written}`.padEnd(whole.length);
    });
    expect(result(Buffer.from(changed, 'latin1')).signature).toBe('broken');
  });

  it('has something else in the hole', () => {
    for (const text of ['zz', '<<', '>>', '/T', '  ']) {
      const changed = Buffer.from(sealed);
      changed.write(text, hole.end - 3);
      expect(result(changed).signature).toBe('broken');
    }
    const capitals = Buffer.from(sealed);
    capitals.write(sealed.toString('latin1', hole.start, hole.end).toUpperCase(), hole.start, 'latin1');
    expect(result(capitals).signature).toBe('broken');
    const empty = Buffer.from(sealed).fill('0', hole.start + 1, hole.end - 1);
    expect(result(empty).signature).toBe('broken');
  });

  it('never makes it throw', () => {
    const pieces = fc.constantFrom(
      writeSealMark(mark),
      ' obj\n<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached ',
      '/ByteRange [0 130 150 10]',
      '/Contents <',
      '3080>',
      '/M (D:99999999999999Z)',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 12 }), (texts) => {
        return result(texts.join(' ')).signature !== 'valid';
      }),
      { numRuns: 2000 },
    );
  });
});
