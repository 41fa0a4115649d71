import type { IsoDate } from '@/lib/domain/day';
import type { FilingState } from '@/lib/domain/filing';

/** The date that was told at receipt, and where its filing stands now. */
type Told = { issueOn: IsoDate; filing: { state: FilingState; issueOn: IsoDate } };

export type ReceiptDate = { label: 'issueOn' | 'issuedOn' | 'issueOnThen' | 'issueOnNow'; on: IsoDate };

/** The dates that a receipt shows: the one told at receipt, and the claim's own where that is another by now. */
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
