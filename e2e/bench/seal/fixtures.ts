import { createCipheriv } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Body, packedPdf, plainPdf, stream } from './pdf-writer';

/** A file to seal, the same bytes at every run. */
export type Fixture = { name: string; file: string; bytes: number; rounds: number };

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/** Writes the files into a folder. */
export function writeFixtures(folder: string): Fixture[] {
  const put = (name: string, rounds: number, bytes: Buffer): Fixture => {
    const file = path.join(folder, `${name.replaceAll(/\W+/g, '-')}.pdf`);
    writeFileSync(file, bytes);
    return { name, file, bytes: bytes.length, rounds };
  };
  return [
    put('100 KB', 15, plainPdf(...scans(1, 100 * kilobyte))),
    put('1 MB', 15, plainPdf(...scans(2, megabyte))),
    put('10 MB', 9, plainPdf(...scans(10, 10 * megabyte))),
    put('50 MB', 5, plainPdf(...scans(50, 50 * megabyte))),
    put('2,000 pages', 15, plainPdf(...texts(2000))),
    put('2,000 pages, packed', 15, packedPdf(...texts(2000))),
  ];
}

/** A claim of so many bytes: pages with a scan that does not compress. */
export const claimOf = (bytes: number) => plainPdf(...scans(1, bytes));

type Document = [bodies: Body[], root: number];

/** Each page has one image of its share of the bytes below a line of text. */
function scans(pages: number, bytes: number): Document {
  const share = Math.floor(bytes / pages) - 700;
  const size = `/Width 1000 /Height ${Math.floor(share / 1000)}`;
  return documentOf(pages, (page, add) => {
    const image = add(
      stream(
        `/Type /XObject /Subtype /Image ${size} /ColorSpace /DeviceGray /BitsPerComponent 8`,
        noise(page, share),
      ),
    );
    const content = `BT /F1 12 Tf 72 640 Td (Exhibit ${page + 1}) Tj ET q 468 0 0 560 72 60 cm /Scan Do Q`;
    return { content, resources: `/XObject << /Scan ${image} 0 R >>` };
  });
}

/** Each page has a few lines of text. */
function texts(pages: number): Document {
  return documentOf(pages, (page) => {
    const lines = Array.from(
      { length: 5 },
      (_, n) => `(Page ${page + 1}, line ${n + 1} of the affidavit.) Tj T*`,
    );
    return { content: `BT /F1 12 Tf 16 TL 72 640 Td ${lines.join(' ')} ET`, resources: '' };
  });
}

type Made = { content: string; resources: string };

const kidsOfNode = 50;

/** A page tree of two levels; every page has its content, and all have one font. */
function documentOf(pages: number, make: (page: number, add: (body: Body) => number) => Made): Document {
  const bodies: Body[] = [];
  const add = (body: Body) => bodies.push(body);
  const font = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  const root = add('');
  const nodes: number[] = [];
  for (let first = 0; first < pages; first += kidsOfNode) {
    const node = add('');
    const kids = Array.from({ length: Math.min(kidsOfNode, pages - first) }, (_, n) => {
      const { content, resources } = make(first + n, add);
      const contents = add(stream('', Buffer.from(content)));
      const shared = `/Resources << /Font << /F1 ${font} 0 R >> ${resources} >>`;
      return add(`<< /Type /Page /Parent ${node} 0 R ${shared} /Contents ${contents} 0 R >>`);
    });
    bodies[node - 1] =
      `<< /Type /Pages /Parent ${root} 0 R /Kids [${references(kids)}] /Count ${kids.length} >>`;
    nodes.push(node);
  }
  bodies[root - 1] =
    `<< /Type /Pages /MediaBox [0 0 612 792] /Kids [${references(nodes)}] /Count ${pages} >>`;
  return [bodies, add(`<< /Type /Catalog /Pages ${root} 0 R >>`)];
}

const references = (numbers: number[]) => numbers.map((number) => `${number} 0 R`).join(' ');

/** The key stream of a cipher: bytes that do not compress, others for every seed. */
function noise(seed: number, length: number): Buffer {
  const vector = Buffer.alloc(16);
  vector.writeUInt32BE(seed);
  return createCipheriv('aes-128-ctr', Buffer.alloc(16), vector).update(Buffer.alloc(length));
}
