import { PDFDocument } from 'pdf-lib';
import { expect, test } from 'vitest';
import { claimPdf } from '@/e2e/fixtures/pdfs';
import { inspect } from '@/lib/pdf/seal/inspect';
import { pageFile } from '@/lib/testing/pdf/files';

/** Objects of a file with one page, written as they stand in it, by where they go. */
type Parts = { catalog?: string; page?: string; more?: string[] };

const link = '<</Type/Annot/Subtype/Link/Rect[0 0 9 9]';

/** More objects begin at 6. */
const file = ({ more = [], ...parts }: Parts): Uint8Array =>
  pageFile({ ...parts, more: more.map((object) => object.replace('LINK', link)) });

const codeOf = (bytes: Uint8Array) => {
  const found = inspect(bytes);
  return found.ok ? 'accepted' : found.code;
};
const annotation = (object: string): Parts => ({ page: '/Annots[6 0 R]', more: [object] });
const linkWith = (action: string) => annotation(`LINK/A ${action}>>`);
const script = '<</S/JavaScript/JS(app.alert\\(1\\))>>';

test.each<[string, Parts]>([
  ['no action', {}],
  ['a page to open at', { catalog: '/OpenAction[3 0 R/Fit]' }],
  ['a page to go to when opened', { catalog: '/OpenAction<</S/GoTo/D[3 0 R/Fit]>>' }],
  ['a link to a page', annotation('LINK/Dest[3 0 R/Fit]>>')],
  ['a link that goes to a page', linkWith('<</S/GoTo/D[3 0 R/Fit]>>')],
  ['a link to the next page', linkWith('<</S/Named/N/NextPage>>')],
  ['a link to a web page', linkWith('<</S/URI/URI(https://www.ontario.ca/laws?a=b#c)>>')],
  ['a link to an e-mail address', linkWith('<</S/URI/URI(mailto:zoe@example.org)>>')],
  [
    'a bookmark',
    { catalog: '/Outlines 6 0 R', more: ['<</First 7 0 R>>', '<</Title(a)/A<</S/GoTo/D[3 0 R/Fit]>>>>'] },
  ],
  [
    'a field of a form',
    {
      catalog: '/AcroForm<</Fields[6 0 R]>>',
      ...annotation('<</Subtype/Widget/FT/Tx/T(a)/V(b)/BS<</S/B>>/Rect[0 0 9 9]>>'),
    },
  ],
  ['empty trees of names', { catalog: '/Names<</JavaScript<</Names[]>>/EmbeddedFiles<</Names[]>>>>' }],
])('%s is accepted', (_, parts) => {
  expect(codeOf(file(parts))).toBe('accepted');
});

test.each<[string, Parts]>([
  ['a script when opened', { catalog: `/OpenAction ${script}` }],
  ['a script by name', { catalog: `/Names<</JavaScript<</Names[(a) 6 0 R]>>>>`, more: [script] }],
  [
    'a script by name, further down',
    { catalog: '/Names<</JavaScript<</Kids[6 0 R]>>>>', more: [`<</Names[(a) ${script}]>>`] },
  ],
  ['a script when closed', { catalog: `/AA<</WC ${script}>>` }],
  ['a script when a page is shown', { page: `/AA<</O 6 0 R>>`, more: [script] }],
  ['a script of a link', linkWith(script)],
  [
    'a script of a link that calls itself a page',
    annotation(`<</Type/Page/Subtype/Link/Rect[0 0 9 9]/A ${script}>>`),
  ],
  ['a script of a page that is a link too', { page: `/Subtype/Link/A ${script}/Annots[3 0 R]` }],
  ['a script of an annotation that is looked at', annotation(`LINK/AA<</E ${script}>>>>`)],
  [
    'a script of a field',
    { catalog: '/AcroForm<</Fields[6 0 R]>>', more: [`<</FT/Tx/T(a)/AA<</K ${script}>>>>`] },
  ],
  [
    'a script of a field below a field',
    {
      catalog: '/AcroForm<</Fields[6 0 R]>>',
      more: ['<</T(a)/Kids[7 0 R]>>', `<</FT/Tx/T(b)/AA<</C ${script}>>>>`],
    },
  ],
  [
    'a script of a bookmark',
    {
      catalog: '/Outlines 6 0 R',
      more: ['<</First 7 0 R>>', `<</Title(a)/Next 8 0 R>>`, `<</Title(b)/A ${script}>>`],
    },
  ],
  ['a script after a page', linkWith(`<</S/GoTo/D[3 0 R/Fit]/Next ${script}>>`)],
  [
    'a script after two pages',
    linkWith(`<</S/GoTo/D[3 0 R/Fit]/Next[<</S/GoTo/D[3 0 R/Fit]/Next[${script}]>>]>>`),
  ],
  ['a script without a kind', linkWith('<</JS(app.alert\\(1\\))>>')],
  ...[
    'Launch',
    'SubmitForm',
    'ResetForm',
    'ImportData',
    'GoToR',
    'GoToE',
    'Hide',
    'SetOCGState',
    'Rendition',
    'Sound',
    'Movie',
    'Thread',
    'GoTo3DView',
    'RichMediaExecute',
    'Unknown',
  ].map((kind): [string, Parts] => [`the action ${kind}`, linkWith(`<</S/${kind}/F(a.exe)>>`)]),
  ['a button that prints', linkWith('<</S/Named/N/Print>>')],
  ...[
    'http://example.org',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://who@example.org/',
    '//example.org',
    'mailto:a@b.ca?attach=c',
    '',
  ].map((address): [string, Parts] => [`a link to "${address}"`, linkWith(`<</S/URI/URI(${address})>>`)]),
  ...['Screen', 'Movie', 'Sound', 'RichMedia', '3D'].map((kind): [string, Parts] => [
    `an annotation ${kind}`,
    annotation(`<</Subtype/${kind}/Rect[0 0 9 9]>>`),
  ]),
])('%s is refused as active', (_, parts) => {
  expect(codeOf(file(parts))).toBe('active-content');
});

test.each<[string, Parts]>([
  [
    'a file by name',
    {
      catalog: '/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/EF<</F 6 0 R>>>>]>>>>',
      more: ['<</Length 1>>stream\na\nendstream'],
    },
  ],
  ['a file that belongs to the document', { catalog: '/AF[<</Type/Filespec/EF<</F 4 0 R>>>>]' }],
  ['a file that belongs to a page', { page: '/AF[<</Type/Filespec/EF<</F 4 0 R>>>>]' }],
  ['a portfolio', { catalog: '/Collection<</View/D>>' }],
  ['a file pinned to a page', annotation('<</Subtype/FileAttachment/Rect[0 0 9 9]>>')],
  ['a file of a link', annotation('LINK/FS<</EF<</F 4 0 R>>>>>>')],
])('%s is refused as an embedded file', (_, parts) => {
  expect(codeOf(file(parts))).toBe('embedded-files');
});

test.each(['/NeedsRendering true/AcroForm<</XFA 4 0 R/Fields[]>>', '/AcroForm<</XFA[(a)4 0 R]/Fields[]>>'])(
  'an XFA form is refused: %s',
  (catalog) => {
    expect(codeOf(file({ catalog }))).toBe('dynamic-form');
  },
);

test('a script in compressed objects is refused as well', async () => {
  const document = await PDFDocument.load(await claimPdf({ title: 'Statement of Claim', pages: 1 }));
  document.addJavaScript('a', 'app.alert(1)');
  expect(codeOf(await document.save({ useObjectStreams: true }))).toBe('active-content');
});

test('an action that leads to itself is looked at once', () => {
  expect(codeOf(file(annotation('LINK/A 7 0 R>>')))).toBe('accepted');
  const round = ['LINK/A 7 0 R>>', '<</S/GoTo/D[3 0 R/Fit]/Next 7 0 R>>'];
  expect(codeOf(file({ page: '/Annots[6 0 R]', more: round }))).toBe('accepted');
});
