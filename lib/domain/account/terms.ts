/** The version in force of each set of terms. The messages keep the text of every version. */
export const termsVersions = { 'one-key': '2026-11', justice: '2026-11' } as const;
