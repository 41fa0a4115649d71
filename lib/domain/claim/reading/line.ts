/**
 * A line of text of a page as it is read: `x` and `y` are the start of its baseline from the upper left corner, `end` is
 * where it ends, `size` is the height of its letters; all in points.
 */
export type TextLine = { page: number; text: string; x: number; end: number; y: number; size: number };
