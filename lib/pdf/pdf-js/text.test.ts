import { expect, it } from 'vitest';
import { claimPdf } from '@/e2e/fixtures/pdfs';
import { textOf } from '@/lib/pdf/pdf-js/text';
import { pageFile } from '@/lib/testing/pdf/files';

/** A page of `count` lines of 100 letters, all at the same position. */
const withLines = (count: number) =>
  pageFile({ content: `BT /F1 4 Tf ${`1 0 0 1 10 500 Tm (${'a'.repeat(100)}) Tj `.repeat(count)}ET` });

it('reads the words of every page in their order', async () => {
  const text = await textOf(await claimPdf({ title: 'Statement of Claim', pages: 2 }));
  expect(text).toMatch(/ALEX TREMBLAY[\s\S]*STATEMENT OF CLAIM[\s\S]*- 2 -/);
});

it('has nothing to say of a page without text, of what is no PDF, and of more than can be compared', async () => {
  expect(await textOf(pageFile({ content: '10 10 50 50 re f' }))).toBeNull();
  expect(await textOf(Buffer.from('%PDF-1.7 and no more'))).toBeNull();
  expect(await textOf(withLines(10))).toMatch(/^(a{100}\s){10}$/);
  expect(await textOf(withLines(20_001))).toBeNull();
});
