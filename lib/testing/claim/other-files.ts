import type { OtherFileKind } from '@/lib/domain/claim/file-kind';

/** As much of a ZIP archive as tells what it is: the names of its entries, and a stored text in the first. */
export function zipOf(names: string[], text = ''): Buffer {
  const entries = names.map((name, n) => {
    const data = n === 0 ? text : '';
    const header = Buffer.alloc(30);
    header.write('PK\x03\x04', 'latin1');
    header.writeUInt32LE(data.length, 18);
    header.writeUInt32LE(data.length, 22);
    header.writeUInt16LE(name.length, 26);
    return Buffer.concat([header, Buffer.from(name + data)]);
  });
  return Buffer.concat(entries);
}

const bytes = (text: string) => Buffer.from(text, 'latin1');
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

/** What people choose instead of a PDF, with what each is. */
export const otherFiles: [name: string, kind: OtherFileKind, bytes: Buffer][] = [
  ['Word', 'office-document', zipOf(['[Content_Types].xml', '_rels/.rels', 'word/document.xml'])],
  ['Word, by another program', 'office-document', zipOf(['_rels/.rels', 'word/document.xml'])],
  ['Word of before 2007', 'office-document', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0')],
  ['Excel', 'office-document', zipOf(['xl/workbook.xml'])],
  [
    'OpenDocument',
    'office-document',
    zipOf(['mimetype', 'content.xml'], 'application/vnd.oasis.opendocument.text'),
  ],
  ['Pages', 'office-document', zipOf(['Index/Document.iwa'])],
  ['rich text', 'office-document', bytes('{\\rtf1\\ansi Claim}')],
  ['WordPerfect', 'office-document', bytes('\xffWPC\x10')],
  ['JPEG', 'image', bytes('\xff\xd8\xff\xe0\0\x10JFIF')],
  ['PNG', 'image', bytes('\x89PNG\r\n\x1a\n')],
  ['GIF', 'image', bytes('GIF89a')],
  ['TIFF', 'image', bytes('II*\0\x08\0')],
  ['TIFF of the other order', 'image', bytes('MM\0*\0\0')],
  ['BMP', 'image', bytes('BM\x36\x10\x0e\0\0\0\0\0\x36\0')],
  ['WebP', 'image', bytes('RIFF\x10\0\0\0WEBPVP8 ')],
  ['a photo of a telephone', 'image', bytes('\0\0\0\x18ftypheic\0\0\0\0')],
  ['SVG', 'image', bytes('<?xml version="1.0"?>\n<!-- art -->\n<svg xmlns="">')],
  ['a web page', 'web-page', bytes('<!doctype html><title>claim.pdf</title>')],
  ['a web page that begins with a comment', 'web-page', bytes('\xef\xbb\xbf\n<!-- x --><HTML lang="en">')],
  ['a web page in UTF-16', 'web-page', utf16('<html><body>')],
  ['a folder in a ZIP', 'archive', zipOf(['claim.pdf'])],
  ['an empty ZIP', 'archive', bytes('PK\x05\x06\0\0')],
  ['a 7z archive', 'archive', bytes('7z\xbc\xaf\x27\x1c')],
  ['a RAR archive', 'archive', bytes('Rar!\x1a\x07')],
  ['nothing', 'empty', Buffer.of()],
  ['plain text', 'not-a-pdf', bytes('Statement of Claim')],
  ['zeros', 'not-a-pdf', Buffer.alloc(100)],
];
