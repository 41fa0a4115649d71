import type { PdfFile } from '@/lib/pdf/syntax/file';
import type { Dict, Value } from '@/lib/pdf/syntax/objects';

/** Red, green and blue, from 0 to 1; undefined where it cannot be told, as of a pattern. */
export type Colour = readonly [number, number, number] | undefined;
/** What the numbers of a colour operator stand for. */
export type ColourSpace = (numbers: readonly number[]) => Colour;

export const white: Colour = [1, 1, 1];
export const black: Colour = [0, 0, 0];
/** The eye does not tell colours that are nearer. */
const nearest = 0.06;

export const gray: ColourSpace = ([level = 0]) => [level, level, level];
export const rgb: ColourSpace = ([red = 0, green = 0, blue = 0]) => [red, green, blue];
export const cmyk: ColourSpace = ([cyan = 0, magenta = 0, yellow = 0, ink = 1]) => [
  (1 - cyan) * (1 - ink),
  (1 - magenta) * (1 - ink),
  (1 - yellow) * (1 - ink),
];
/** Inks of which none is printed leave the paper white. */
const inks: ColourSpace = (tints) => (tints.every((tint) => tint === 0) ? white : undefined);
const unknown: ColourSpace = () => undefined;

const byName: Record<string, ColourSpace> = {
  ...{ DeviceGray: gray, CalGray: gray, DeviceRGB: rgb, CalRGB: rgb, DeviceCMYK: cmyk },
  ...{ Separation: inks, DeviceN: inks },
};
const byComponents: Record<number, ColourSpace> = { 1: gray, 3: rgb, 4: cmyk };

/** The space that a name stands for among resources; ISO 32000-2, 8.6. */
export function colourSpace(
  pdf: PdfFile,
  resources: Dict | undefined,
  value: Value | undefined,
): ColourSpace {
  const named = pdf.name(value) ?? '';
  const defined = pdf.array(pdf.dict(resources?.get('ColorSpace'))?.get(named));
  const family = defined ? (pdf.name(defined[0]) ?? '') : named;
  if (family !== 'ICCBased') return byName[family] ?? unknown;
  const components = pdf.number(pdf.dict(defined?.[1])?.get('N')) ?? 0;
  return byComponents[components] ?? unknown;
}

export const looksLike = (one: Colour, other: Colour): boolean =>
  one !== undefined &&
  other !== undefined &&
  one.every((part, n) => Math.abs(part - (other[n] ?? 0)) < nearest);
