import type { DocumentType } from '@/lib/domain/claim/claim';
import { kindsTaken, type LaterKind } from '@/lib/domain/claim/later/later';
import { businessDayUpTo, type CourtCalendar } from '@/lib/domain/court/calendar';
import type { IsoDate } from '@/lib/domain/court/day';
import { daysAfter, monthsAfter } from '@/lib/domain/court/rule-3';

/**
 * A duty of the plaintiff after issue, and the last day for it. `file-14d`: file the statement of claim that
 * follows a notice of action. `serve`: serve the claim; `serve-both`: serve the notice of action with its
 * statement of claim.
 */
export type Deadline = {
  kind: 'file-14d' | 'serve' | 'serve-both';
  by: IsoDate;
  /**
   * Set if court offices are closed on that day although it is no holiday: the last day on which they can
   * date the document in time.
   */
  fileBy?: IsoDate;
};

/** Within 30 days after the notice of action is issued; r. 14.03(3). */
const DAYS_TO_FILE = 30;
/** Within six months after the claim or the notice of action is issued; r. 14.08. */
const MONTHS_TO_SERVE = 6;

/** What is done already: the statement of claim after a notice of action is filed, proof of service on every defendant. */
export type Done = { statement?: boolean | undefined; service?: boolean | undefined };

/** The duties after the issue of a claim on a date that are not done, the earlier first. Rule 3 counts the time. */
export function deadlinesAfter(
  documentType: DocumentType,
  issuedOn: IsoDate,
  calendar: CourtCalendar,
  done: Done = {},
): Deadline[] {
  const isNotice = documentType === 'form-14c';
  const serve: Deadline = {
    kind: isNotice ? 'serve-both' : 'serve',
    by: monthsAfter(issuedOn, MONTHS_TO_SERVE, calendar),
  };
  return [
    ...(isNotice && !done.statement ? [statementDeadline(issuedOn, calendar)] : []),
    ...(done.service ? [] : [serve]),
  ];
}

/** The last day of r. 14.03(3) for the statement of claim after a notice of action that was issued on a date. */
const statementDue = (issuedOn: IsoDate, calendar: CourtCalendar): IsoDate =>
  daysAfter(issuedOn, DAYS_TO_FILE, calendar);

/**
 * Whether a statement of claim that bears a date is filed after its time: then it needs the defendant's written consent
 * or leave of the court. r. 14.03(3)
 */
const statementLate = (issuedOn: IsoDate, on: IsoDate, calendar: CourtCalendar): boolean =>
  on > statementDue(issuedOn, calendar);

/**
 * What is filed as a later document that bears a date: its own PDF, and with a statement of claim after its time the
 * consent or the order. @param issuedOn the date of the claim that it follows
 */
export function filedKinds(
  kind: LaterKind,
  { issuedOn, on, calendar }: { issuedOn: IsoDate; on: IsoDate; calendar: CourtCalendar },
): { kinds: ReturnType<typeof kindsTaken>; isLate: boolean } {
  const isLate = kind === 'statement-of-claim' && statementLate(issuedOn, on, calendar);
  return { kinds: isLate ? kindsTaken(kind) : [kind], isLate };
}

/**
 * The duty to file the statement of claim after a notice of action that was issued on a date. September 30 counts as a day
 * under Rule 3, but a document filed on it bears the next day: r. 4.05(8).
 */
export function statementDeadline(issuedOn: IsoDate, calendar: CourtCalendar): Deadline {
  const by = statementDue(issuedOn, calendar);
  const fileBy = businessDayUpTo(by, calendar);
  return { kind: 'file-14d', by, ...(fileBy !== by && { fileBy }) };
}
