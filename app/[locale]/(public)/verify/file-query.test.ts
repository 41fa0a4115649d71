import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { fileQuery } from '@/app/[locale]/(public)/verify/file-query';
import { writeSealMark } from '@/lib/domain/register/verification';
import { otherFiles } from '@/lib/testing/claim/other-files';

const mark = { fileNumber: 'CV-26-00000001-0000', code: '0123456789ABCDEF' };
const fileOf = (bytes: Buffer, type = 'application/pdf') => new Blob([new Uint8Array(bytes)], { type });
const queryOf = async (file: Blob) => {
  const query = await fileQuery(file);
  return typeof query === 'string' ? query : Object.fromEntries(query);
};

it.each(otherFiles)('%s is not asked about, whatever it calls itself: it is %s', async (_, kind, bytes) => {
  expect(await queryOf(fileOf(bytes))).toBe(kind);
});

it.each(['application/pdf', 'application/octet-stream', 'application/msword', ''])(
  'a PDF is asked about as %j too, with its mark',
  async (type) => {
    const bytes = Buffer.from(`%PDF-1.7\n${writeSealMark(mark)}`);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(await queryOf(fileOf(bytes, type))).toEqual({ sha256, ...mark });
  },
);

it('a file with a mark is asked about though its beginning was changed', async () => {
  expect(await queryOf(fileOf(Buffer.from(`%XDF-1.7\n${writeSealMark(mark)}`)))).toMatchObject(mark);
});
