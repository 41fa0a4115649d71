import type { Box, Matrix } from '@/lib/pdf/read/geometry';
import { black, type Colour, type ColourSpace, gray } from '@/lib/pdf/warnings/colours';
import { plainText, type TextState } from '@/lib/pdf/warnings/text-state';

type Ink = { space: ColourSpace; colour: Colour };

/** The entries of the graphics state that say what shows; ISO 32000-2, 8.4. */
export type GraphicsState = {
  toPage: Matrix;
  clip: Box;
  fill: Ink;
  stroke: Ink;
  text: TextState;
  lineWidth: number;
  /** Nothing shines through, and nothing is mixed. */
  isOpaque: boolean;
  /** Nothing of it shows. */
  isClear: boolean;
};

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** A matrix from its numbers; the identity's stand in for those that are missing. */
export function matrixOf([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: number[]): Matrix {
  return [a, b, c, d, e, f];
}

/** The state at the beginning of a page. */
export function initialState(clip: Box): GraphicsState {
  const ink: Ink = { space: gray, colour: black };
  return {
    ...{ toPage: identity, clip, fill: ink, stroke: ink, text: plainText },
    ...{ lineWidth: 1, isOpaque: true, isClear: false },
  };
}
