import { encode } from 'uqr';
import { type Place, sealSize } from '@/lib/pdf/read/seal-order';
import { issued } from '@/lib/testing/pdf/pages';

export const stampPlace: Place = { kind: 'first-page', seal: { x: 10, y: 724, scale: 1 }, open: 0 };

type At = { x: number; y: number };
/** What the pages of both libraries have in common. */
type Page<Font> = {
  drawText(text: string, options: At & { size: number; font: Font }): void;
  drawCircle(options: At & { size: number; borderWidth: number }): void;
  drawSvgPath(path: string, options: At): void;
};

const lines = [
  `Court File No. / N° du dossier du greffe : ${issued.fileNumber}`,
  'Electronically issued / Délivré par voie électronique : 23-NOV-2026',
  'Superior Court of Justice / Cour supérieure de justice',
  `Court office / Greffe : ${issued.courtOffice}`,
  `Verify / Vérifier : ${issued.verifyUrl}`,
];

/** A stamp that shows as much as the court's seal: its lines, a round seal of circles, and the QR code. */
export function drawStamp<Font>(page: Page<Font>, font: Font): void {
  const { x, y } = { x: 10, y: 724 };
  for (const [n, text] of lines.entries())
    page.drawText(text, { x: x + 66, y: y + 48 - 11 * n, size: 7, font });
  for (const size of [29, 27, 19, 17]) page.drawCircle({ x: x + 29, y: y + 29, size, borderWidth: 0.5 });
  page.drawSvgPath(qrPath(), { x: x + sealSize.width - 58, y: y + 58 });
}

function qrPath(): string {
  const { data, size } = encode(issued.verifyUrl, { ecc: 'M', border: 0 });
  const side = 58 / size;
  const squares = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x * side} ${y * side}h${side}v${side}h${-side}z`] : [])),
  );
  return squares.join('');
}
