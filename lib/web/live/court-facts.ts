import { termsVersionOn } from '@/lib/data/account/terms';
import { readAnnouncements } from '@/lib/data/court/announcements';
import { getCalendarIn } from '@/lib/data/court/calendar';
import { listCourts } from '@/lib/data/court/courts';
import { getFee, getLimits } from '@/lib/data/settings/amounts';
import { listNatures } from '@/lib/data/settings/natures';
import { courtDay } from '@/lib/domain/court/calendar';
import type { IsoDate } from '@/lib/domain/court/day';
import { courtNow, systemNow } from '@/lib/services/clock';
import { keptWhile } from '@/lib/web/prepared/kept';

// What pages tell of the court, the same for everybody. Commands of lib/data read the rows themselves, under their lock.

const officesOn = keptWhile('offices', (on: IsoDate) => listCourts(on));

/** Every court office as it is today, by the name of its municipality. */
export const courtOffices = () => officesOn(courtDay(courtNow()));

/** The natures of a claim as they are on a day. */
export const shownNatures = keptWhile('settings', (on: IsoDate) => listNatures(on));

/** The calendar of an office, or of all where none is chosen. @param office its id */
export const shownCalendar = keptWhile('calendar', (office?: string) =>
  getCalendarIn(office ? { office } : undefined),
);

/** The fee to issue a claim on a day. */
export const shownFee = keptWhile('settings', (on: IsoDate) => getFee(on));

/** Up to how many dollars the Small Claims Court hears a claim, and the simplified procedure is mandatory. */
export const shownLimits = keptWhile('settings', (on: IsoDate) => getLimits(on));

const termsOn = keptWhile('settings', (on: IsoDate) => termsVersionOn('justice', on));

/** The version of the terms of Justice Services Online in force. */
export const shownTerms = () => termsOn(courtDay(systemNow()));

/** What stands above every page at the moment. */
export const shownAnnouncements = keptWhile('announcements', () => readAnnouncements(courtNow()));
