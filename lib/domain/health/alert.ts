/** What staff are told by e-mail because nobody may be looking, and when. Pure. */

/**
 * Every kind of alert; messages `mail.alert.*`. At each there is something to do: docs/operations.md.
 */
export const ALERTS = [
  'late-filings',
  'mail',
  'disk',
  'certificate',
  'clock',
  'worker',
  'storage',
  'pdf',
  'files',
] as const;
export type AlertKind = (typeof ALERTS)[number];

/** What is wrong now, with a detail that is the same in every language: numbers, names of servers, references. */
export type Troubles = Partial<Record<AlertKind, string>>;

/** The troubles that were also there at the look before: one that is gone at once is no alert. */
export function lastingOf(troubles: Troubles, before: Troubles): Troubles {
  const lasting = Object.entries(troubles).filter(([kind]) => Object.hasOwn(before, kind));
  return Object.fromEntries(lasting);
}

/** An alert that lasts: when it began, when it was last seen by any server, and when staff were last told. */
export type Alert = { sinceAt: Date; seenAt: Date; toldAt: Date };

/** Staff are told again after an hour while it lasts. */
const AGAIN_MS = 60 * 60_000;

/**
 * What to do about a kind of trouble.
 * @param alert the alert that lasts, if one does
 * @param isSeen whether this server sees the trouble now
 * @param quietMs after this long without any server that sees it, it is over
 */
export function nextStep(
  alert: Alert | undefined,
  isSeen: boolean,
  { now, quietMs }: { now: Date; quietMs: number },
): 'begin' | 'tell-again' | 'note' | 'end' | 'nothing' {
  if (!alert) return isSeen ? 'begin' : 'nothing';
  if (isSeen) return now.getTime() - alert.toldAt.getTime() >= AGAIN_MS ? 'tell-again' : 'note';
  return now.getTime() - alert.seenAt.getTime() >= quietMs ? 'end' : 'nothing';
}

/** Filings are late, and e-mail is stuck, when they have waited this long. */
export const LATE_MS = 5 * 60_000;

const NOTICE_DAYS = 30;

/**
 * The certificates that end within 30 days or have ended, each with the day, the first to end first; undefined if none.
 * @param ends the last valid instant of each certificate by its name
 */
export function endingCertificates(ends: ReadonlyMap<string, Date>, now: Date): string | undefined {
  const limit = now.getTime() + NOTICE_DAYS * 24 * 60 * 60_000;
  const ending = [...ends].filter(([, end]) => end.getTime() <= limit);
  ending.sort(([, a], [, b]) => a.getTime() - b.getTime());
  return ending.map(([name, end]) => `${name} ${end.toISOString().slice(0, 10)}`).join(', ') || undefined;
}
