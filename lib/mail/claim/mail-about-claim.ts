import type { Locale } from 'next-intl';
import type { DocumentType } from '@/lib/domain/claim/claim';
import type { FiledKind } from '@/lib/domain/claim/later/later';
import { formatSecond } from '@/lib/domain/court/dates';
import type { IsoDate } from '@/lib/domain/court/day';
import type { Restriction } from '@/lib/domain/filing/restriction';
import type { MailTexts } from '@/lib/mail/texts';

/** The facts in every message about a claim. */
export type MailAboutClaim = {
  reference: string;
  documentType: DocumentType;
  /** what a later document is; null for a claim */
  laterKind?: FiledKind | null;
  /** in force on the court file, if there is one */
  restrictions?: readonly Restriction[];
  /** the short title of the proceeding; '' where the message may not say it */
  title: string;
  /** by which the filer knows the claim, or '' */
  ownNumber: string;
  courtOffice: string;
  /** the date that the claim bears or will bear, in Toronto */
  issueOn: IsoDate;
  /** the absolute address of its page under Transactions */
  transactionUrl: string;
};

/** What the court received, and when; a message with it is a receipt. */
export type Received = {
  /** The instant of submission, by the court's clock. */
  receivedAt: Date;
  /** The received documents; sha256 as hex. */
  documents: readonly { name: string; sha256: string }[];
};

/** The rows that identify the claim of a message. */
export function claimRows(t: MailTexts, claim: MailAboutClaim): [label: string, value: string][] {
  return [
    [t('facts.reference'), claim.reference],
    [
      t('facts.documentType'),
      claim.laterKind ? t(`laterKind.${claim.laterKind}`) : t(`documentType.${claim.documentType}`),
    ],
    ...(claim.title ? [[t('facts.title'), claim.title] as [string, string]] : []),
    ...(claim.ownNumber ? [[t('facts.ownNumber'), claim.ownNumber] as [string, string]] : []),
    [t('facts.courtOffice'), claim.courtOffice],
    ...(claim.restrictions ?? []).map((kind): [string, string] => [
      t('facts.restriction'),
      t(`restriction.${kind}`),
    ]),
  ];
}

/** The rows of a receipt. In business hours the message of the issue is the receipt as well. */
export function receivedRows(
  t: MailTexts,
  { receivedAt, documents }: Received,
  locale: Locale,
): [label: string, value: string][] {
  return [
    [t('facts.receivedAt'), formatSecond(receivedAt, locale)],
    ...documents.map(({ name, sha256 }): [string, string] => [t('facts.hash', { name }), sha256]),
  ];
}
