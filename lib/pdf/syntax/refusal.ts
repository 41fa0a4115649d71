/** Why a file cannot be accepted or sealed; messages `refusal.*`. */
export type RefusalCode =
  | 'not-a-pdf'
  | 'password'
  | 'no-pages'
  | 'corrupt'
  | 'foreign-encryption'
  | 'dynamic-form'
  | 'active-content'
  | 'embedded-files'
  | 'changing-layers'
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

const bytesAtMost = 1 << 30;

/**
 * Limits the bytes that are searched and unpacked for one file, so that no file occupies a reader without
 * end.
 */
export class Budget {
  private left = bytesAtMost;

  /** @throws PdfRefused 'too-complex' */
  spend(bytes: number): void {
    this.left -= bytes;
    if (this.left < 0) throw new PdfRefused('too-complex');
  }
}
