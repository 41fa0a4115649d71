/** Whether everything is to be tried: `npm run test:full`. */
export const triesEverything = Boolean(process.env.TEST_EVERYTHING);

/** How much a test tries: the whole where everything is to be tried, else a sample, the same in each run. */
export function extent<T>(whole: T, sample: T): T {
  return triesEverything ? whole : sample;
}

/** What fast-check is told: as many cases as the extent says; a sample has the same cases in each run. */
export function cases(whole: number, sample: number) {
  return {
    numRuns: extent(whole, sample),
    endOnFailure: true,
    ...(!triesEverything && { seed: 20_261_124 }),
  };
}
