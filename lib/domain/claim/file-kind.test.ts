import { expect, it } from 'vitest';
import { HEAD_BYTES, OTHER_FILE_KINDS, otherFileKind } from '@/lib/domain/claim/file-kind';
import { otherFiles, zipOf } from '@/lib/testing/claim/other-files';

it.each(otherFiles)('%s is known by its bytes as %s', (_, kind, bytes) => {
  expect(otherFileKind(bytes)).toBe(kind);
});

it('knows every kind', () => {
  expect(new Set(otherFiles.map(([, kind]) => kind))).toEqual(new Set(OTHER_FILE_KINDS));
});

it('takes for a PDF what says so in its first 1024 bytes, whatever comes before', () => {
  const after = (before: string) => Buffer.from(`${before}%PDF-1.7\n`, 'latin1');
  expect(otherFileKind(after(''))).toBeUndefined();
  expect(otherFileKind(after('<html>'))).toBeUndefined();
  expect(otherFileKind(after(' '.repeat(1019)))).toBeUndefined();
  expect(otherFileKind(after(' '.repeat(1020)))).toBe('not-a-pdf');
});

it('needs no more than the head of a file', () => {
  const whole = Buffer.concat([zipOf(['[Content_Types].xml', 'word/document.xml']), Buffer.alloc(50_000)]);
  expect(otherFileKind(whole.subarray(0, HEAD_BYTES))).toBe('office-document');
});

it('is quick with what is made to be slow', () => {
  const start = performance.now();
  for (const piece of ['<!---->', '<!--', '<?xml ', ' ', '\0'])
    otherFileKind(Buffer.from(piece.repeat(HEAD_BYTES / piece.length)));
  expect(performance.now() - start).toBeLessThan(1000);
});
