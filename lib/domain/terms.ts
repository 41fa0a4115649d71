/** The version in force of each set of terms; the words of every version stay in the messages. */
export const termsVersions = { 'one-key': '2026-11', justice: '2026-11' } as const;
