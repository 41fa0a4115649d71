import type { DocumentType } from '@/lib/domain/claim';
import type { IsoDate } from '@/lib/domain/day';
import type { MailTexts } from '@/lib/mail/texts';

/** What every message about a claim tells. */
export type ClaimMail = {
  /** of the person who submitted it */
  name: string;
  reference: string;
  documentType: DocumentType;
  /** the short title of the proceeding */
  title: string;
  courtOffice: string;
  /** the date that the claim bears or will bear, in Toronto */
  issueOn: IsoDate;
  /** the absolute address of its page under Transactions */
  transactionUrl: string;
};

/** The rows that say which claim a message is about. */
export function claimRows(t: MailTexts, claim: ClaimMail): [label: string, value: string][] {
  return [
    [t('facts.reference'), claim.reference],
    [t('facts.documentType'), t(`documentType.${claim.documentType}`)],
    [t('facts.title'), claim.title],
    [t('facts.courtOffice'), claim.courtOffice],
  ];
}
