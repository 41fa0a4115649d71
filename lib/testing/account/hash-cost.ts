/** What a password hash costs in unit tests, in place of `lib/data/secrets/hash-cost.ts`: thousands are made. Memory in KiB. */
export const hashCost = { memoryCost: 1_024, timeCost: 1, parallelism: 1 } as const;
