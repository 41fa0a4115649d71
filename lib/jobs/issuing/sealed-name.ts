import type { ClaimV1 } from '@/lib/domain/claim/claim-v1';
import { type DocumentKind, numbered } from '@/lib/domain/claim/document';
import { partyName } from '@/lib/domain/claim/party';
import type { IsoDate } from '@/lib/domain/court/day';
import { catalogues } from '@/lib/messages/catalogue';
import { courtDate } from '@/lib/pdf/drawing/stamp';

type Sealed = {
  fileNumber: string;
  kind: DocumentKind;
  /** Among the documents of its kind in the filing, from 1; null for the only one. */
  nth: number | null;
  locale: 'en' | 'fr';
  claim: Pick<ClaimV1, 'documentType' | 'plaintiffs'>;
  issueOn: IsoDate;
};

/**
 * The file name of a sealed document in mail and downloads: document, kind of party, party and date, as the court names
 * documents (r. 4.05.3(6)2), and after them the court file number. Documents of one kind are numbered.
 */
export function sealedName({ fileNumber, kind, nth, locale, claim, issueOn }: Sealed): string {
  const { documentKind, documentName, sealedParty } = catalogues[locale];
  const document = kind === 'claim' ? documentName[claim.documentType] : documentKind[kind];
  const party = claim.plaintiffs[0] ? partyName(claim.plaintiffs[0]) : '';
  const parts = [numbered(document, nth), sealedParty, shortened(party), courtDate(issueOn)].filter(Boolean);
  return `${parts.join(' – ').replace(notInNames, '-')} – ${fileNumber}.pdf`;
}

/** Signs that some device takes in no file name. */
const notInNames = /[\\/<>:"|?*\p{Cc}]/gu;

/** A long name gives way to what tells documents apart. */
const shortened = (name: string) =>
  Array.from(name).length > 60 ? `${Array.from(name).slice(0, 59).join('').trimEnd()}…` : name;
