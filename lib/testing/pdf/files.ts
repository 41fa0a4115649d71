/** Small PDFs written by hand, so that a test says all that is in its file. Objects bear numbers from 1 on. */
export type Bodies = string[];

/** A page of Letter size that says Hello, in objects 1 (catalog), 2 (pages), 3 (page), 4 (content) and 5 (font). */
export function onePage({
  catalog = '',
  page = '',
  content = 'BT /F1 24 Tf 100 500 Td (Hello) Tj ET',
}: {
  catalog?: string;
  page?: string;
  content?: string;
} = {}): Bodies {
  return [
    `<</Type /Catalog /Pages 2 0 R ${catalog}>>`,
    '<</Type /Pages /Kids [3 0 R] /Count 1>>',
    `<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources <</Font <</F1 5 0 R>>>> /Contents 4 0 R ${page}>>`,
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>',
  ];
}

/** The file of these objects, the first of them its catalog, with a cross-reference table; letters are Latin-1. */
export function pdfOf(bodies: Bodies, { trailer = '' }: { trailer?: string } = {}): Buffer {
  let text = '%PDF-1.7\n';
  const rows = bodies.map((body, i) => {
    const offset = String(text.length).padStart(10, '0');
    text += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return `${offset} 00000 n \n`;
  });
  const size = bodies.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}`;
  const end = `trailer\n<</Size ${size} /Root 1 0 R ${trailer}>>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text + table + end, 'latin1');
}

/** A file of one page with these entries and contents, and more objects after its five. */
export function pageFile({ more = [], ...page }: Parameters<typeof onePage>[0] & { more?: Bodies }): Buffer {
  return pdfOf([...onePage(page), ...more]);
}

/**
 * A file of one page whose field has a signature dictionary. In its text the words from, upto and rest become numbers of
 * as many digits: where the string <3082> begins and ends, and how many bytes come after it.
 */
export function signedFile({
  value = '<</Type/Sig/Filter/X/ByteRange[0 from upto rest]/Contents<3082>>>',
  catalog = '',
  more = [],
  before = '',
}: {
  value?: string;
  catalog?: string;
  more?: Bodies;
  before?: string;
} = {}): Buffer {
  const file = pageFile({
    content: 'BT /F1 12 Tf 72 600 Td (Signed) Tj ET',
    catalog: `/AcroForm<</Fields[6 0 R]/SigFlags 3${catalog}>>`,
    page: '/Annots[6 0 R]',
    more: ['<</Type/Annot/Subtype/Widget/FT/Sig/T(A)/V 7 0 R/Rect[0 0 0 0]>>', value, ...more],
  });
  const text = before + file.toString('latin1');
  const from = text.indexOf('<3082>');
  const numbers: Record<string, number> = { from, upto: from + 6, rest: text.length - from - 6 };
  const filled = text.replace(/from|upto|rest/g, (word) => String(numbers[word]).padStart(4, '0'));
  return Buffer.from(filled, 'latin1');
}
