/** The largest file that can be checked, in bytes: 60 MB, more than any document that the court issues. */
export const MAX_CHECKED_BYTES = 60 * 1024 * 1024;

/**
 * A query to the court's register, from anyone: whether a file is unchanged (its SHA-256 as hex), whether a
 * document with a number and a code was issued, or both. Its values need not be true.
 */
export type VerificationQuery = {
  sha256?: string | undefined;
  fileNumber?: string | undefined;
  code?: string | undefined;
};
