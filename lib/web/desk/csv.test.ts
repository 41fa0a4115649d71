import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvLines } from '@/lib/web/desk/csv';

const sign = fc.constantFrom('a', '"', ',', '\r\n', '=', '+', '-', '@', '\t', "'", ' ', 'é', '＝');
const cell = fc.array(sign, { maxLength: 6 }).map((signs) => signs.join(''));

// A line's end that is not whole is quoted here as well.
it('writes what the library writes', () => {
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(rows, (table) => {
      const options = { escape_formulas: true, record_delimiter: 'windows' as const };
      const theirs = table.map((row) => stringify([row], options)).join('');
      expect(csvLines(table)).toBe(theirs);
    }),
    { numRuns: 2_000 },
  );
});
