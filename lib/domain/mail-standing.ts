type Reported = Record<'sentAt' | 'deliveredAt' | 'bouncedAt' | 'complainedAt', Date | null>;

/**
 * What is last known of a message, and since when: what the provider reported, else how far our own sending came.
 * That it did not arrive, or is unwanted, counts more than that it was handed over.
 */
export function mailStanding<State extends string>(mail: Reported & { state: State }) {
  const { state, sentAt, deliveredAt, bouncedAt, complainedAt } = mail;
  if (bouncedAt) return { standing: 'bounced', at: bouncedAt } as const;
  if (complainedAt) return { standing: 'complained', at: complainedAt } as const;
  if (deliveredAt) return { standing: 'delivered', at: deliveredAt } as const;
  return { standing: state, at: sentAt } as const;
}
