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
