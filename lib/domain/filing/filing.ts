/**
 * `received`: submitted, waiting to be issued (at once or when the office opens). `held`: a person has to
 * examine it before it goes on. `issued`: it bears number, date and seal; final. `withdrawn`: taken back by
 * the filer before issue; final.
 */
export const FILING_STATES = ['received', 'held', 'issued', 'withdrawn'] as const;
export type FilingState = (typeof FILING_STATES)[number];

/** The word for a filing's state, a key under `filingState`: a claim is issued, and a later document is filed. */
export const stateWord = (filing: { state: FilingState; laterKind: string | null }): FilingState | 'filed' =>
  filing.state === 'issued' && filing.laterKind ? 'filed' : filing.state;

const MOVES: Record<FilingState, readonly FilingState[]> = {
  received: ['held', 'issued', 'withdrawn'],
  held: ['received', 'withdrawn'],
  issued: [],
  withdrawn: [],
};

/** The states from which a filing may move to this one. The UPDATE that moves it uses them as a condition. */
export function statesBefore(to: FilingState): FilingState[] {
  return FILING_STATES.filter((from) => MOVES[from].includes(to));
}

/**
 * `CV-26-00000001-0000`: civil, year of the date of issue, sequence number of that year for the whole court,
 * main action.
 */
export const FILE_NUMBER = /^CV-\d{2}-\d{8}-[0-9A-Z]{4}$/;

const LAST_SEQUENCE = 99_999_999;

/**
 * The court file number from a year (four digits) and its sequence number, 1 to 99,999,999; throws
 * RangeError.
 */
export function fileNumber(year: number, sequence: number): string {
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > LAST_SEQUENCE) {
    throw new RangeError(`no court file number for sequence ${sequence}`);
  }
  const yy = String(year % 100).padStart(2, '0');
  return `CV-${yy}-${String(sequence).padStart(8, '0')}-0000`;
}

/** Year (four digits) and sequence number of a court file number; undefined for any other text. */
export function fileNumberParts(number: string): { year: number; sequence: number } | undefined {
  const [, year, sequence] = /^CV-(\d{2})-(\d{8})-[0-9A-Z]{4}$/.exec(number) ?? [];
  return year && sequence ? { year: 2000 + Number(year), sequence: Number(sequence) } : undefined;
}

/**
 * The worker looks every few seconds, and a morning's backlog takes a while. A filing that has been due for
 * longer was missed.
 */
export const LATE_AFTER_MS = 60_000;

/**
 * Whether issuing takes longer than promised: the filing has long been due, or an attempt failed and the next
 * one waits.
 */
export function isLate(
  filing: { state: FilingState; dueAt: Date; lastError: string | null },
  courtNow: Date,
): boolean {
  const isLongDue = filing.dueAt.getTime() + LATE_AFTER_MS <= courtNow.getTime();
  return filing.state === 'received' && (filing.lastError !== null || isLongDue);
}
