/**
 * The version of each set of terms that the service begins with; the messages keep its text. Staff set later ones of
 * `justice` (lib/data/account/terms.ts).
 */
export const termsVersions = { 'one-key': '2026-11', justice: '2026-11' } as const;
