import {
  type PDFOperator,
  popGraphicsState,
  pushGraphicsState,
  setFillingGrayscaleColor,
  translate,
} from 'pdf-lib';
import { type Face, widthOf, wrap, write } from '@/lib/pdf/lettering';
import { sealArt, sealRadius } from '@/lib/pdf/seal-art';

/** What the court writes on a document that it issues or files. */
export type SealOrder = {
  kind: 'issued' | 'filed';
  /** Such as CV-26-00000001-0000. */
  fileNumber: string;
  /** The date in Toronto, YYYY-MM-DD. */
  on: string;
  courtOffice: string;
  /** Says on the document that it was made by a demonstration, not by a court. */
  demonstration: boolean;
};

/** A drawing whose lower left corner is at (0, 0); sizes in points. */
export type Drawing = { width: number; height: number; operators: PDFOperator[] };

const size = 7.5;
const leading = 10.5;
const widest = 420;
const gap = 9;

/** The court's lines, for an issued document beside the round seal. */
export function drawStamp(order: SealOrder, plain: Face, bold: Face): Drawing {
  const lines = linesOf(order).flatMap(({ text, strong }) => {
    const face = strong ? bold : plain;
    return wrap(face, size, text, widest).map((line) => ({ line, face }));
  });
  const sealed = order.kind === 'issued';
  const left = sealed ? 2 * sealRadius + gap : 0;
  const height = Math.max(lines.length * leading, sealed ? 2 * sealRadius : 0);
  const width = left + Math.max(...lines.map(({ line, face }) => widthOf(face, size, line)));
  const operators = [
    setFillingGrayscaleColor(0),
    ...lines.flatMap(({ line, face }, i) => write(face, size, line, left, height - size - i * leading)),
    ...(sealed ? sealAt(sealRadius, height - sealRadius, bold, order.demonstration) : []),
  ];
  return { width, height, operators };
}

function sealAt(x: number, y: number, face: Face, demonstration: boolean): PDFOperator[] {
  return [pushGraphicsState(), translate(x, y), ...sealArt(face, demonstration), popGraphicsState()];
}

// The wording is the court's own and bilingual on every document, whatever the language of the proceeding.
function linesOf(order: SealOrder): { text: string; strong: boolean }[] {
  const number = { text: `Court File No. / N° du dossier du greffe : ${order.fileNumber}`, strong: true };
  const date = courtDate(order.on);
  if (order.kind === 'issued') {
    return [
      number,
      { text: `Electronically issued / Délivré par voie électronique : ${date}`, strong: true },
      { text: 'Superior Court of Justice / Cour supérieure de justice', strong: false },
      { text: `Court office / Greffe : ${order.courtOffice}`, strong: false },
    ];
  }
  const lines = [
    number,
    { text: `Electronically filed / Déposé par voie électronique : ${date}`, strong: true },
  ];
  const demonstration = { text: 'DEMONSTRATION / DÉMONSTRATION', strong: false };
  return order.demonstration ? [...lines, demonstration] : lines;
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** DD-MMM-YYYY, as r. 4.05.3(6), Rules of Civil Procedure, writes dates. */
function courtDate(on: string): string {
  const [year, month, day] = on.split('-');
  return `${day}-${months[Number(month) - 1]}-${year}`;
}
