/** Why a file cannot be accepted or sealed. */
export type RefusalCode = 'not-a-pdf' | 'password' | 'no-pages' | 'corrupt';

/** A file that cannot be accepted or sealed, with the reason. */
export class PdfRefused extends Error {
  constructor(
    readonly code: RefusalCode,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}
