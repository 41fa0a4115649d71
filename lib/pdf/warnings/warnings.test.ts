import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { claimPdf } from '@/e2e/fixtures/pdfs';
import { inspect } from '@/lib/pdf/seal/inspect';
import { warningsOf } from '@/lib/pdf/warnings/warnings';
import { failedBefore } from '@/lib/testing/pdf/corpus';
import { pageFile, pdfOf } from '@/lib/testing/pdf/files';

const kindsOf = (bytes: Uint8Array) => {
  expect(inspect(bytes).ok).toBe(true);
  return warningsOf(bytes).map(({ kind }) => kind);
};

/** A line of words in the colour, place and manner that operators before it say. */
const words = (before: string, at = '100 600') => `q ${before} BT /F1 12 Tf ${at} Td (Words to read) Tj ET Q`;
const visible = words('0 g', '100 700');
const resources =
  '/Resources<</Font<</F1 5 0 R>>/XObject<</Image 6 0 R/Form 7 0 R/Masked 8 0 R>>/ExtGState<</Clear 9 0 R/Half 10 0 R>>/ColorSpace<</Ink 11 0 R>>>>';
const image = (more = '') =>
  `<</Type/XObject/Subtype/Image/Width 2/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray/Length 4${more}>>\nstream\nabcd\nendstream`;
const form = '0 0 1 rg 0 0 10 10 re f';
const page = (content: string, more = '') =>
  pageFile({
    content,
    page: `${resources}${more}`,
    more: [
      image(),
      `<</Type/XObject/Subtype/Form/BBox[0 0 10 10]/Length ${form.length}>>\nstream\n${form}\nendstream`,
      image('/SMask 6 0 R'),
      '<</ca 0>>',
      '<</ca 0.5/BM/Multiply>>',
      '[/Separation/Gold/DeviceCMYK<</FunctionType 2/Domain[0 1]/N 1>>]',
    ],
  });
const box = '90 590 200 40 re';

describe('hidden text', () => {
  test.each([
    ['white on white', words('1 g')],
    ['almost white', words('0.98 0.99 1 rg')],
    ['white by inks', words('0 0 0 0 k')],
    ['white by an ink of its own', words('/Ink cs 0 scn')],
    ['white on a white box', `1 g ${box} f ${words('1 1 1 rg')}`],
    ['black on black', `0 g ${box} f ${words('0 g')}`],
    ['white lines of letters', words('1 Tr 1 G')],
    ['under a black box', `${words('0 g')} 0 g ${box} f`],
    ['under a white box', `${words('0 g')} 1 g ${box} f`],
    ['under a box of a form', `${words('0 g')} q 20 0 0 5 90 590 cm /Form Do Q`],
    ['under a picture', `${words('0 g')} q 200 0 0 40 90 590 cm /Image Do Q`],
    ['clipped away', words('0 0 50 50 re W n 0 g')],
    ['beyond the page', words('0 g', '700 600')],
    ['below the page', words('0 g', '100 -50')],
    ['invisible, and no scan', words('3 Tr')],
    ['invisible, beside a picture', `q 50 0 0 50 400 100 cm /Image Do Q ${words('3 Tr')}`],
    ['all clear', words('/Clear gs 0 g')],
    ['too small to be read', words('0 g 0.01 0 0 0.01 100 600 cm')],
  ])('%s is warned of', (_, content) => {
    expect(kindsOf(page(`${visible}\n${content}`))).toEqual(['hidden-text']);
  });

  test('outside the part of a page that is shown is warned of', () => {
    expect(kindsOf(page(visible, '/CropBox[0 0 612 650]'))).toContain('hidden-text');
  });

  test.each([
    ['black on white', ''],
    ['white on a dark box', `0.2 g ${box} f ${words('1 g')}`],
    ['white on a picture', `q 200 0 0 40 90 590 cm /Image Do Q ${words('1 g')}`],
    ['white on a form', `q 20 0 0 5 90 590 cm /Form Do Q ${words('1 g')}`],
    ['white on a wide line', `30 w 0 g 90 605 m 290 605 l S ${words('1 g')}`],
    ['under a marker', `${words('0 g')} /Half gs 1 1 0 rg ${box} f`],
    ['under a picture that it shows through', `${words('0 g')} q 200 0 0 40 90 590 cm /Masked Do Q`],
    ['beside a box', `${words('0 g')} 0 g 90 560 200 20 re f`],
    ['within its clip', words('90 590 300 40 re W n 0 g')],
    ['recognised in a scan', `q 612 0 0 792 0 0 cm /Image Do Q ${words('3 Tr')}`],
    ['recognised, then covered by the scan', `${words('0 g')} q 612 0 0 792 0 0 cm /Image Do Q`],
    ['in an ink that cannot be told', words('/Ink cs 1 scn')],
    ['of spaces beyond the page', 'BT /F1 12 Tf 700 600 Td (        ) Tj ET'],
    ['that cannot be followed', '(no end'],
  ])('text %s is not', (_, content) => {
    expect(kindsOf(page(`${visible}\n${content}`))).toEqual([]);
  });
});

describe('blank pages', () => {
  test.each([
    ['nothing', ''],
    ['spaces', 'BT /F1 12 Tf 100 600 Td (   ) Tj ET'],
    ['white', '1 g 0 0 612 792 re f'],
    ['nothing within the page', '0 g 700 0 9 9 re f'],
    ['a path that is not painted', '0 0 99 99 re n'],
  ])('with %s are told', (_, content) => {
    expect(warningsOf(page(content))).toEqual([{ kind: 'blank-pages', pages: [1] }]);
  });

  test.each([
    ['a line', '0 0 m 99 99 l S'],
    ['a picture', 'q 99 0 0 99 0 0 cm /Image Do Q'],
    ['a box', '0.5 g 0 0 99 99 re f'],
    ['a form', '/Form Do'],
    ['text', visible],
  ])('with %s are not', (_, content) => {
    expect(kindsOf(page(content))).toEqual([]);
  });

  test('with a field to fill or a stamp are not', () => {
    for (const annotation of ['/Widget/FT/Tx/T(a)', '/Stamp/F 4'])
      expect(kindsOf(page('', `/Annots[<</Subtype${annotation}/Rect[0 0 9 9]>>]`))).not.toContain(
        'blank-pages',
      );
  });

  test('are named by their numbers', () => {
    const pages = [3, 4, 5].map((number) => `${number} 0 R`).join(' ');
    const leaf = (more = '') => `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]${more}>>`;
    const content = '0 0 99 99 re f';
    const bytes = pdfOf([
      '<</Type/Catalog/Pages 2 0 R>>',
      `<</Type/Pages/Kids[${pages}]/Count 3>>`,
      leaf('/Contents 6 0 R'),
      leaf(),
      leaf(),
      `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    ]);
    expect(warningsOf(bytes)).toEqual([{ kind: 'blank-pages', pages: [2, 3] }]);
  });
});

const annotated = (entries: string) => page(visible, `/Annots[<</Type/Annot/Rect[10 10 99 99]${entries}>>]`);

test.each([
  ['a redaction that was not applied', '/Subtype/Redact/QuadPoints[10 10 99 10 10 99 99 99]', 'redactions'],
  ['a sticky note', '/Subtype/Text/Contents(Is that so?)', 'comments'],
  ['a marker', '/Subtype/Highlight/F 4', 'comments'],
  ['words struck out', '/Subtype/StrikeOut/F 4', 'comments'],
  ['a text box', '/Subtype/FreeText/F 4/Contents(No)', 'comments'],
  ['a shape with a comment', '/Subtype/Square/F 4/Contents(No)', 'comments'],
  ['a stamp with a comment in UTF-16', '/Subtype/Stamp/F 4/Contents<FEFF004E>', 'comments'],
  ['a stamp on screen alone', '/Subtype/Stamp', 'screen-or-paper'],
  ['a stamp on paper alone', '/Subtype/Stamp/F 36', 'screen-or-paper'],
  ['a stamp that nobody sees', '/Subtype/Stamp/F 2', 'screen-or-paper'],
  ['a stamp that nobody sees or prints', '/Subtype/Stamp/F 32', 'screen-or-paper'],
  ['a stamp that comes and goes', '/Subtype/Stamp/F 260', 'screen-or-paper'],
  ['a stamp', '/Subtype/Stamp/F 4', undefined],
  ['a locked stamp that keeps its size', '/Subtype/Stamp/F 156', undefined],
  ['a signature in ink', '/Subtype/Ink/F 4/InkList[[10 10 99 99]]', undefined],
  ['a typewriter’s words', '/Subtype/FreeText/F 4/IT/FreeTextTypewriter/Contents(Zoe)', undefined],
  ['a link', '/Subtype/Link/Dest[3 0 R/Fit]', undefined],
  ['an empty field', '/Subtype/Widget/FT/Tx/T(a)', 'fields-not-flattened'],
  ['a choice whose type stands with its parent', '/Subtype/Widget/Parent<</FT/Ch>>', 'fields-not-flattened'],
  ['a field for a signature', '/Subtype/Widget/FT/Sig/T(a)', undefined],
])('%s', (_, entries, kind) => {
  expect(kindsOf(annotated(entries))).toEqual(kind ? [kind] : []);
});

test('a field on screen alone', () => {
  const kinds = kindsOf(annotated('/Subtype/Widget/FT/Tx/T(a)/V(b)'));
  expect(kinds).toEqual(['screen-or-paper', 'fields-not-flattened']);
});

test('a page of another size than Letter, on its side or larger by its unit', () => {
  const sized = (entries: string) => kindsOf(page(visible, entries));
  expect(sized('/Rotate 90')).toEqual([]);
  expect(sized('/MediaBox[0 0 595 842]')).toEqual(['not-letter']);
  expect(sized('/UserUnit 2')).toEqual(['not-letter']);
});

const pending = failedBefore('redact-pending.pdf');

test.skipIf(!pending)('a redaction that was not applied is told', () => {
  const warnings = warningsOf(readFileSync(String(pending)));
  expect(warnings).toContainEqual({ kind: 'redactions', pages: [1] });
});

test('an ordinary claim calls for no warning', async () => {
  expect(kindsOf(await claimPdf({ title: 'Statement of Claim', pages: 3 }))).toEqual([]);
});
