import type { Locale } from 'next-intl';

/** Amounts in their display form. */

/** Whole Canadian dollars: "$200,000", « 200 000 $ ». */
export function formatDollars(dollars: number, locale: Locale): string {
  const style = { style: 'currency', currency: 'CAD', maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(`${locale}-CA`, style).format(dollars);
}

const KILO = 1024;

/** The size of a file, from bytes: "12 kB", "1.2 MB", « 1,2 Mo ». */
export function formatSize(bytes: number, locale: Locale): string {
  const [unit, size, digits] =
    bytes < KILO * KILO ? ['kilobyte', Math.max(1, bytes / KILO), 0] : ['megabyte', bytes / KILO ** 2, 1];
  const style = { style: 'unit', unit, maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(`${locale}-CA`, style).format(size);
}
