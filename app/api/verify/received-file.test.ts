import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ReceivedFile } from '@/app/api/verify/received-file';
import { verificationCode, writeSealMark } from '@/lib/domain/register/verification';

const mark = fc.record({
  fileNumber: fc.integer({ min: 1, max: 99_999_999 }).map((n) => `CV-26-${String(n).padStart(8, '0')}-0000`),
  code: fc.uint8Array({ minLength: 10, maxLength: 10 }).map(verificationCode),
});
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The result of reading the bytes in pieces of these lengths, repeated in turn. */
function readInPieces(bytes: Uint8Array, lengths: number[]) {
  const file = new ReceivedFile();
  for (let at = 0, piece = 0; at < bytes.length; piece += 1) {
    const end = at + (lengths[piece % lengths.length] ?? 1);
    file.take(bytes.subarray(at, end));
    at = end;
  }
  return { size: file.size, ...file.query() };
}

const lengths = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1 });

it('reads hash, size and the mark of the newest seal, wherever the file is cut', () => {
  fc.assert(
    fc.property(
      fc.uint8Array(),
      mark,
      fc.uint8Array({ maxLength: 300 }),
      mark,
      lengths,
      (before, older, between, newer, cuts) => {
        const parts = [before, Buffer.from(writeSealMark(older)), between, Buffer.from(writeSealMark(newer))];
        const bytes = Buffer.concat([...parts, before]);
        expect(readInPieces(bytes, cuts)).toEqual({ size: bytes.length, sha256: sha256(bytes), ...newer });
      },
    ),
  );
});

it('finds a mark cut at every place there is', () => {
  const newest = { fileNumber: 'CV-26-00000001-0000', code: '0123456789ABCDEF' };
  const bytes = Buffer.from(`%PDF-1.7\n${'x'.repeat(500)}\n${writeSealMark(newest)}startxref\n0\n%%EOF\n`);
  for (let cut = 1; cut < bytes.length; cut += 1)
    expect(readInPieces(bytes, [cut, bytes.length])).toMatchObject(newest);
});

it('asks by the hash alone where there is no mark', () => {
  const bytes = Buffer.from('%PDF-1.7 no mark');
  expect(readInPieces(bytes, [3])).toEqual({ size: bytes.length, sha256: sha256(bytes) });
  expect(readInPieces(Buffer.alloc(0), [1])).toEqual({ size: 0, sha256: sha256(Buffer.alloc(0)) });
});
