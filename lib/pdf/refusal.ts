/** Why a file cannot be accepted or sealed; messages `refusal.*`. */
export type RefusalCode =
  | 'not-a-pdf'
  | 'password'
  | 'no-pages'
  | 'corrupt'
  | 'foreign-encryption'
  | 'dynamic-form'
  | 'certified-final'
  | 'already-sealed'
  | 'no-room'
  | 'too-complex';

/** A file that cannot be accepted or sealed, with the reason. */
export class PdfRefused extends Error {
  constructor(
    readonly code: RefusalCode,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}
