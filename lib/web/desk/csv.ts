import { stringify } from 'csv-stringify/sync';

/** By this mark, the first character of a file, spreadsheets know that the letters are UTF-8. */
export const MARK = '\ufeff';

/**
 * Rows as comma-separated values (RFC 4180). A cell that begins like a formula gets an apostrophe, so that no spreadsheet
 * computes it.
 */
export const csvLines = (rows: string[][]): string =>
  stringify(rows, { escape_formulas: true, record_delimiter: 'windows' });
