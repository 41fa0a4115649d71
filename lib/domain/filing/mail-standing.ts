/** Whether messages about a filing wait until the reader of their address confirms it. */
export const waitForAddress = (mails: readonly { state: string }[]): boolean =>
  mails.some(({ state }) => state === 'unconfirmed');

type Reported = Record<'sentAt' | 'deliveredAt' | 'bouncedAt' | 'complainedAt', Date | null>;

/**
 * The latest known state of a message, and its time: the provider's report, or else how far our own sending
 * came. A report that the message did not arrive, or is unwanted, outweighs one that it was delivered.
 */
export function mailStanding<State extends string>(mail: Reported & { state: State }) {
  const { state, sentAt, deliveredAt, bouncedAt, complainedAt } = mail;
  if (bouncedAt) return { standing: 'bounced', at: bouncedAt } as const;
  if (complainedAt) return { standing: 'complained', at: complainedAt } as const;
  if (deliveredAt) return { standing: 'delivered', at: deliveredAt } as const;
  return { standing: state, at: sentAt } as const;
}
