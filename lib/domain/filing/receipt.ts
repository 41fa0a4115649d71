import type { IsoDate } from '@/lib/domain/court/day';
import type { FilingState } from '@/lib/domain/filing/filing';

/** The date that the filer was told at receipt, and the present state of the filing. */
type Told = { issueOn: IsoDate; filing: { state: FilingState; issueOn: IsoDate } };

export type ReceiptDate = { label: 'issueOn' | 'issuedOn' | 'issueOnThen' | 'issueOnNow'; on: IsoDate };

/**
 * The dates that a receipt shows: the one told at receipt, and the claim's present date if that is different.
 */
export function receiptDates({ issueOn, filing }: Told): ReceiptDate[] {
  if (filing.state === 'withdrawn') return [{ label: 'issueOnThen', on: issueOn }];
  if (filing.issueOn === issueOn) {
    return [{ label: filing.state === 'issued' ? 'issuedOn' : 'issueOn', on: issueOn }];
  }
  return [
    { label: 'issueOnThen', on: issueOn },
    { label: 'issueOnNow', on: filing.issueOn },
  ];
}
