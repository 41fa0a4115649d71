/** How long filings waited to be issued, in steps. Pure. */

/** The upper bounds of the steps, in seconds; the last step has none. */
export const WAIT_BOUNDS = [10, 30, 60, 300, 3600] as const;

/** The steps from the shortest on; messages `waits.*`. */
export const WAIT_STEPS = ['s10', 's30', 's60', 's300', 's3600', 'longer'] as const;

/** How many of those counted by the steps waited a minute at most. */
export function promptOf(waits: readonly number[]): number {
  return waits.slice(0, WAIT_STEPS.indexOf('s60') + 1).reduce((sum, count) => sum + count, 0);
}

/** A time in its largest unit: "12 secs", "3.5 min", « 3,5 min ». @param seconds not negative */
export function formatSeconds(seconds: number, locale: 'en' | 'fr'): string {
  const units = [
    ['hour', 3600],
    ['minute', 60],
  ] as const;
  const [unit, size] = units.find(([, long]) => seconds >= long) ?? (['second', 1] as const);
  const style = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(`${locale}-CA`, style).format(Math.max(0, seconds) / size);
}
