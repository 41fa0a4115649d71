import type { IsoDate } from '@/lib/domain/court/day';

/** The regions of the Superior Court of Justice in the order of display; messages `region.*`. */
export const REGIONS = [
  'centralEast',
  'centralSouth',
  'centralWest',
  'east',
  'northeast',
  'northwest',
  'southwest',
  'toronto',
] as const;
export type Region = (typeof REGIONS)[number];

/** An office of the Superior Court of Justice where a civil claim can be started. */
export type Court = {
  /** Slug of the municipality, stable. */
  id: string;
  municipality: string;
  region: Region;
  countyEn: string;
  countyFr: string;
  /** One line: street, municipality, province, postal code; printed on claims (r. 4.02(2)(d)). */
  address: string;
  /** The IANA zone of the place. Dates and hours of filing follow Toronto all the same. */
  zone: string;
  /** First and last day (inclusive; null: no end) on which claims can be filed here. */
  acceptsFrom: IsoDate;
  acceptsUntil: IsoDate | null;
  /** A notice shown to people who choose the court; empty if there is none. */
  noticeEn: string;
  noticeFr: string;
};

/** Whether claims can be filed in a court on a day. */
export function acceptsOn(court: Pick<Court, 'acceptsFrom' | 'acceptsUntil'>, on: IsoDate): boolean {
  return court.acceptsFrom <= on && (court.acceptsUntil === null || on <= court.acceptsUntil);
}

/** What two people can set for a court office from a day on. Its municipality, region and zone stay. */
type Settable = Pick<
  Court,
  'id' | 'countyEn' | 'countyFr' | 'address' | 'acceptsFrom' | 'acceptsUntil' | 'noticeEn' | 'noticeFr'
>;

/** An office as a version of it says. Without one it is as in its row. */
export function courtWithVersion(court: Court, version: Settable | undefined): Court {
  return version ? { ...court, ...settableOf(version) } : court;
}

/** What can be set for an office, as it is. */
export function versionOfCourt(court: Settable) {
  return { version: 1 as const, kind: 'court' as const, ...settableOf(court) };
}

function settableOf(court: Settable): Settable {
  const { id, countyEn, countyFr, address, acceptsFrom, acceptsUntil, noticeEn, noticeFr } = court;
  return { id, countyEn, countyFr, address, acceptsFrom, acceptsUntil, noticeEn, noticeFr };
}
