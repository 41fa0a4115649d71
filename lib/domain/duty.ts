import { businessDayUpTo, type CourtCalendar } from '@/lib/domain/calendar';
import type { DocumentType } from '@/lib/domain/claim';
import type { IsoDate } from '@/lib/domain/day';
import { daysAfter, monthsAfter } from '@/lib/domain/rule-3';

/**
 * What the plaintiff has to do after issue, and the last day for it. `file-14d`: file the statement of claim that
 * follows a notice of action. `serve`: serve the claim; `serve-both`: the notice of action with its statement of claim.
 */
export type Duty = {
  kind: 'file-14d' | 'serve' | 'serve-both';
  by: IsoDate;
  /** Where court offices are closed on that day though it is no holiday: the last day on which they can date it in time. */
  fileBy?: IsoDate;
};

/** Within 30 days after the notice of action is issued; r. 14.03(3). */
const DAYS_TO_FILE = 30;
/** Within six months after the claim or the notice of action is issued; r. 14.08. */
const MONTHS_TO_SERVE = 6;

/** The duties that follow the issue of a claim on a date, the earlier first. Time is counted by Rule 3. */
export function dutiesAfter(documentType: DocumentType, issuedOn: IsoDate, calendar: CourtCalendar): Duty[] {
  const serveBy = monthsAfter(issuedOn, MONTHS_TO_SERVE, calendar);
  if (documentType !== 'form-14c') return [{ kind: 'serve', by: serveBy }];
  return [toFile(daysAfter(issuedOn, DAYS_TO_FILE, calendar), calendar), { kind: 'serve-both', by: serveBy }];
}

/** September 30 is a day by Rule 3, but what is filed on it bears the next: r. 4.05(8). */
function toFile(by: IsoDate, calendar: CourtCalendar): Duty {
  const fileBy = businessDayUpTo(by, calendar);
  return { kind: 'file-14d', by, ...(fileBy !== by && { fileBy }) };
}
