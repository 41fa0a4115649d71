/** `amended` (rule 26) and `corrected` (r. 59.06) are new versions beside an issued document. */
export type SealKind = 'issued' | 'filed' | 'amended' | 'corrected';

/** The particulars that the court writes on a document that it issues or files. */
export type SealOrder = {
  kind: SealKind;
  /** Such as CV-26-00000001-0000. */
  fileNumber: string;
  /** The date in Toronto, YYYY-MM-DD. */
  on: string;
  /** The instant of the court's decision, in UTC: 2026-11-23T15:00:00Z. */
  decidedAt: string;
  courtOffice: string;
  /** The verification code, 16 characters. */
  code: string;
  /** The short address that the QR code opens, such as https://claims.example.org/v/0123456789ABCDEF. */
  verifyUrl: string;
  /** Says on the document that it was made by a demonstration, not by a court. */
  demonstration: boolean;
  /** Of a version that is amended or corrected: the date of the issued document, and that of the order, or ''. */
  original?: { on: string; orderedOn: string };
};

/**
 * Lower left corner and scale of a drawing on a page as it is shown: upright, from the lower left, in points.
 */
export type Spot = { x: number; y: number; scale: number };

/** The seal's place, found once, when a document arrives. */
export type Place = (
  | { kind: 'first-page'; seal: Spot }
  | { kind: 'added-page'; number: Spot }
  | { kind: 'nowhere' }
) & {
  /**
   * How many graphics states the first page's content leaves open: as many must be closed before drawing.
   * Absent if the content closes more than it opens.
   */
  open?: number;
};

/** Sizes in points: the drawing of the seal, and that of the court file number alone. */
export const sealSize = { width: 344, height: 58 };
export const numberSize = { width: 236, height: 12 };
