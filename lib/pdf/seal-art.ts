import {
  appendBezierCurve,
  clip,
  closePath,
  endPath,
  fill,
  LineCapStyle,
  lineTo,
  moveTo,
  type PDFOperator,
  popGraphicsState,
  pushGraphicsState,
  rectangle,
  restoreDashPattern,
  setDashPattern,
  setFillingGrayscaleColor,
  setFillingRgbColor,
  setLineCap,
  setLineWidth,
  setStrokingRgbColor,
  stroke,
} from 'pdf-lib';
import { type Face, writeAlongCircle, writeCentred } from '@/lib/pdf/lettering';
import { circle, type Point, polar, polygon } from '@/lib/pdf/shapes';

/** The seal's outer radius in points. */
export const sealRadius = 49;

const letterSize = 7;
const innerRing = 34.5;
const ink = [0.5, 0.06, 0.1] as const;

/**
 * The round seal around the point (0, 0): a design of this service, drawn as vectors. It is no court's real seal
 * and carries no arms; a demonstration says so across its middle.
 */
export function sealArt(face: Face, demonstration: boolean): PDFOperator[] {
  return [
    pushGraphicsState(),
    setFillingRgbColor(...ink),
    setStrokingRgbColor(...ink),
    ...rings(),
    ...inscription(face),
    ...(demonstration
      ? [
          ...scales(18.5, 0.62),
          ...demonstrationBand(face),
          ...writeCentred(face, letterSize, 'ONTARIO', 0, -24),
        ]
      : [...scales(4, 1), ...writeCentred(face, letterSize, 'ONTARIO', 0, -26)]),
    popGraphicsState(),
  ];
}

function rings(): PDFOperator[] {
  const teeth = 96;
  const edge = Array.from({ length: 2 * teeth }, (_, i) =>
    polar(i % 2 ? sealRadius - 1.6 : sealRadius, (i * Math.PI) / teeth),
  );
  const beads = innerRing + 1.7;
  return [
    setLineWidth(0.5),
    ...polygon(edge),
    stroke(),
    setLineWidth(1),
    ...circle([0, 0], sealRadius - 3),
    stroke(),
    setLineWidth(0.5),
    ...circle([0, 0], innerRing),
    stroke(),
    setLineCap(LineCapStyle.Round),
    setLineWidth(0.9),
    // Dashes of no length with round ends are dots.
    setDashPattern([0, (2 * Math.PI * beads) / 72], 0),
    ...circle([0, 0], beads),
    stroke(),
    restoreDashPattern(),
  ];
}

function inscription(face: Face): PDFOperator[] {
  const star = (x: number) =>
    polygon(
      Array.from({ length: 10 }, (_, i) => {
        const [dx, dy] = polar(i % 2 ? 0.9 : 2.3, Math.PI / 2 + (i * Math.PI) / 5);
        return [x + dx, dy];
      }),
    );
  return [
    ...writeAlongCircle(face, letterSize, 'SUPERIOR COURT OF JUSTICE', 38.4, 'above'),
    ...writeAlongCircle(face, letterSize, 'COUR SUPÉRIEURE DE JUSTICE', 43.4, 'below'),
    ...star(-41),
    ...star(41),
    fill(),
  ];
}

/** A pair of scales of 40 by 36 points at `scale` 1, around the point (0, y). */
function scales(y: number, scale: number): PDFOperator[] {
  const at = (dx: number, dy: number): Point => [dx * scale, y + dy * scale];
  const pan = (x: number) => [
    moveTo(...at(x - 7.5, -6)),
    lineTo(...at(x, 11)),
    lineTo(...at(x + 7.5, -6)),
    stroke(),
    moveTo(...at(x - 8.5, -6)),
    appendBezierCurve(...at(x - 6, -12), ...at(x + 6, -12), ...at(x + 8.5, -6)),
    closePath(),
    fill(),
  ];
  return [
    setLineWidth(0.6 * scale),
    ...pan(-14),
    ...pan(14),
    setLineWidth(1.6 * scale),
    moveTo(...at(-14, 11)),
    appendBezierCurve(...at(-7, 14), ...at(7, 14), ...at(14, 11)),
    stroke(),
    moveTo(...at(0, 13)),
    lineTo(...at(0, -15)),
    stroke(),
    ...circle(at(0, 16), 2 * scale),
    ...polygon([at(-8, -18), at(-5.5, -15), at(5.5, -15), at(8, -18)]),
    fill(),
  ];
}

function demonstrationBand(face: Face): PDFOperator[] {
  const [bottom, height] = [-13.5, 19];
  return [
    pushGraphicsState(),
    ...circle([0, 0], innerRing),
    clip(),
    endPath(),
    rectangle(-innerRing, bottom, 2 * innerRing, height),
    fill(),
    setFillingGrayscaleColor(1),
    ...writeCentred(face, letterSize, 'DEMONSTRATION', 0, bottom + 10.8),
    ...writeCentred(face, letterSize, 'DÉMONSTRATION', 0, bottom + 2.6),
    popGraphicsState(),
  ];
}
