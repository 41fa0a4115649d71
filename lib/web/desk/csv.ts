/** By this mark spreadsheets know that the letters are UTF-8. */
export const MARK = '\ufeff';

const formula = /^[=+\-@\t\r＝＋－＠]/;
const quoted = /[",\r\n]/;

/** A cell that begins like a formula gets an apostrophe, so that no spreadsheet computes it. */
function cellOf(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return quoted.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Rows as comma-separated values (RFC 4180), as `csv-stringify` writes them with `escape_formulas`, in a third of its
 * time: a log has millions of rows.
 */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}
