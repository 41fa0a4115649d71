/** What a file is, by its bytes alone: its name and the type that a browser gives it say nothing. */

/** A PDF says so within its first bytes, from which readers count its offsets; ISO 32000-2, 7.5.2. */
export const PDF_HEADER_WITHIN = 1024;

/** So many bytes from the start of a file tell what it is. */
export const HEAD_BYTES = 16 * 1024;

/** What a file is if it is no PDF; messages `refusal.*`. */
export const OTHER_FILE_KINDS = [
  'not-a-pdf',
  'office-document',
  'image',
  'web-page',
  'archive',
  'empty',
] as const;
export type OtherFileKind = (typeof OTHER_FILE_KINDS)[number];

/** How files begin, a letter for each byte; ? stands for any. */
const beginnings: [OtherFileKind, ...string[]][] = [
  [
    'image',
    '\xff\xd8\xff',
    '\x89PNG\r\n',
    'GIF87a',
    'GIF89a',
    'II*\0',
    'MM\0*',
    'BM????\0\0\0\0',
    'RIFF????WEBP',
  ],
  // HEIC and AVIF, which telephones make.
  ['image', '????ftyphei', '????ftyphev', '????ftypmif1', '????ftypmsf1', '????ftypavi'],
  // All of Microsoft's programs before 2007; rich text; WordPerfect.
  ['office-document', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '{\\rtf', '\xffWPC'],
  ['archive', 'PK\x03\x04', 'PK\x05\x06', 'Rar!', '7z\xbc\xaf', '\x1f\x8b'],
];
const begins = (head: string, beginning: string) =>
  Array.from(beginning).every((letter, i) => letter === '?' || letter === head[i]);

/** Entries of the archives that are documents: Word, Excel and PowerPoint since 2007; OpenDocument; Pages. */
const officeEntries =
  /\[Content_Types\]\.xml|\b(?:word|xl|ppt)\/|mimetypeapplication\/vnd\.oasis|Index\/Document\.iwa/;

/** How text begins, after what may precede its first element. */
const textBeginnings: [OtherFileKind, RegExp][] = [
  ['image', /^(?:<!doctype svg[^>]*>\s*)?<svg[\s>]/i],
  ['web-page', /^<(?:!doctype html|html)[\s>]/i],
];
const beforeText = /^(?:\s|<\?xml[^>]*>|<!--(?:(?!-->).)*-->)*/s;

/** Without byte order marks and the zeros of UTF-16. */
const asText = (head: string) => head.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').replaceAll('\0', '');

/**
 * What a file is if it is no PDF.
 * @param bytes the file, or at least its first HEAD_BYTES
 * @returns undefined for a PDF, sound or not
 */
export function otherFileKind(bytes: Uint8Array): OtherFileKind | undefined {
  if (bytes.length === 0) return 'empty';
  const head = String.fromCharCode(...bytes.subarray(0, HEAD_BYTES));
  if (head.slice(0, PDF_HEADER_WITHIN).includes('%PDF-')) return undefined;
  const kind = beginnings.find(([, ...known]) => known.some((beginning) => begins(head, beginning)))?.[0];
  if (kind === 'archive' && officeEntries.test(head)) return 'office-document';
  const text = asText(head).replace(beforeText, '');
  return kind ?? textBeginnings.find(([, beginning]) => beginning.test(text))?.[0] ?? 'not-a-pdf';
}
