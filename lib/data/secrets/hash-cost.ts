/**
 * The cost of a password hash: argon2id with 46 MiB and one pass (OWASP ASVS 5.0, appendix C). Memory in KiB.
 */
export const hashCost = { memoryCost: 47_104, timeCost: 1, parallelism: 1 } as const;
