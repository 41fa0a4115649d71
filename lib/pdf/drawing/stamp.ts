import type { Drawing } from '@/lib/pdf/drawing/drawing';
import type { SealFonts } from '@/lib/pdf/drawing/fonts';
import { type Run, writeWithin } from '@/lib/pdf/drawing/lettering';
import { qrCode } from '@/lib/pdf/drawing/qr';
import { ink, sealArt, sealRadius } from '@/lib/pdf/drawing/seal-art';
import { at } from '@/lib/pdf/drawing/shapes';
import type { Box } from '@/lib/pdf/read/geometry';
import { numberSize, type SealKind, type SealOrder, sealSize } from '@/lib/pdf/read/seal-order';
import { op } from '@/lib/pdf/syntax/write';

const gap = 6;
const numberLabel = 'Court File No. / N° du dossier du greffe :';
const demonstrationText = 'DEMONSTRATION / DÉMONSTRATION';

/**
 * The seal of a document that the court issues, or the stamp of one that it files. Its size is `sealSize`.
 */
export function drawSeal(order: SealOrder, fonts: SealFonts): Drawing {
  return { ...drawing(sealSize, sealContent(order, fonts), fonts), parts: partsOf(order, fonts) };
}

/** The court file number alone, for a first page that has no room for the seal. Its size is `numberSize`. */
export function drawNumber(order: SealOrder, fonts: SealFonts): Drawing {
  const line = [run(fonts.regular, `${numberLabel} `), run(fonts.bold, order.fileNumber)];
  return drawing(numberSize, op('g', 0) + writeWithin(numberSize.width, 8.5, line, 0, 3.2), fonts);
}

const inch = 72;
/** Letter size. */
const page = { width: 8.5 * inch, height: 11 * inch };
const top = page.height - inch - sealSize.height;

/** The seal's place on a page that the court adds: left, bottom, right, top in points. */
export const sealOnAddedPage: Box = [inch, top, inch + sealSize.width, top + sealSize.height];

/** A page that the court adds where the first page has no room for the seal. */
export function drawAddedPage(order: SealOrder, fonts: SealFonts): Drawing {
  const [english, french] = hasSeal(order)
    ? ['the court seal', 'le sceau du tribunal']
    : ['these particulars', 'ces mentions'];
  const lines = [
    `Page added by the court: the first page of this document has no room for ${english}.`,
    `Page ajoutée par le tribunal : la première page de ce document n’a pas de place pour ${french}.`,
  ];
  const content = [
    at(inch, top, sealContent(order, fonts)),
    op('g', 0),
    ...lines.map((line, i) =>
      writeWithin(page.width - 2 * inch, 9.5, [run(fonts.regular, line)], inch, top - 30 - 14 * i),
    ),
  ];
  return { ...drawing(page, content.join(''), fonts), parts: partsOf(order, fonts) };
}

function drawing(size: { width: number; height: number }, content: string, fonts: SealFonts): Drawing {
  const all = [fonts.regular, fonts.bold, ...(fonts.scripts?.used() ?? [])];
  const faces = Object.fromEntries(all.map((face) => [face.name, face]));
  return { ...size, content, faces };
}

const run = (face: Run['face'], text: string): Run => ({ face, text });

function sealContent(order: SealOrder, fonts: SealFonts): string {
  const { width, height } = sealSize;
  const left = hasSeal(order) ? 2 * sealRadius + gap : gap;
  const right = width - height;
  return [
    hasSeal(order) ? '/Seal Do\n' : bar(height),
    at(left, 0, particulars(order, fonts, right - gap - left)),
    at(right, 0, qrCode(order.verifyUrl, height)),
  ].join('');
}

function partsOf(order: SealOrder, fonts: SealFonts): Record<string, Drawing> | undefined {
  return hasSeal(order) ? { Seal: sealArt(fonts.bold, order.demonstration) } : undefined;
}

function bar(height: number): string {
  return op('rg', ...ink) + op('re', 0, 0, 1.5, height) + op('f');
}

/** What the court did with the document, in both languages. */
export const doneWords: Record<SealKind, string> = {
  issued: 'Electronically issued / Délivré par voie électronique',
  filed: 'Electronically filed / Déposé par voie électronique',
  amended: 'AMENDED under rule 26 / MODIFIÉ en vertu de la règle 26',
  corrected: 'CORRECTED under rule 59.06 / CORRIGÉ en vertu de la règle 59.06',
};

/** The date of the issued document that a version corrects stays, and that of the order stands beside it. */
function originalLines({ original }: SealOrder, face: Run['face']): Run[][] {
  if (!original) return [];
  const order = original.orderedOn && ` – Order / Ordonnance : ${courtDate(original.orderedOn)}`;
  return [[run(face, `Original / Document original : ${courtDate(original.on)}${order}`)]];
}

/** A document that is only filed bears a stamp without the seal. */
const hasSeal = ({ kind }: SealOrder) => kind !== 'filed';

// The wording is the court's own and bilingual on every document, whatever the language of the proceeding.
function particulars(order: SealOrder, { regular, bold, scripts }: SealFonts, width: number): string {
  const lines = [
    [run(regular, `${doneWords[order.kind]} : `), run(bold, courtDate(order.on))],
    ...originalLines(order, regular),
    [run(regular, 'Superior Court of Justice / Cour supérieure de justice')],
    [{ face: regular, text: `Court office / Greffe : ${order.courtOffice}`, scripts }],
    ...(!hasSeal(order) && order.demonstration ? [[run(bold, demonstrationText)]] : []),
    [run(regular, `Verify / Vérifier : ${order.verifyUrl}`)],
  ];
  const leading = Math.min(8, 31 / lines.length);
  return [
    op('g', 0),
    writeWithin(width, 5.8, [run(regular, numberLabel)], 0, 53.2),
    writeWithin(width, 15, [run(bold, order.fileNumber)], 0, 39.4),
    ...lines.map((line, i) => writeWithin(width, Math.min(6.4, 0.92 * leading), line, 0, 28.5 - i * leading)),
  ].join('');
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** DD-MMM-YYYY, the form of dates in r. 4.05.3(6), Rules of Civil Procedure. */
export function courtDate(on: string): string {
  const [year, month, day] = on.split('-');
  return `${day}-${months[Number(month) - 1]}-${year}`;
}
