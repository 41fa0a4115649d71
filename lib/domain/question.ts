/** The most that a file to be checked may hold, in bytes: 60 MB, more than any document that the court issues. */
export const MAX_CHECKED_BYTES = 60 * 1024 * 1024;

/**
 * What anyone asks the court's register: whether a file is unchanged (its SHA-256 as hex), whether a document with a
 * number and a code was issued, or both. What is asked need not be true.
 */
export type Question = { sha256?: string; fileNumber?: string; code?: string };
