import type { ClaimKind } from '@/lib/domain/claim/document';
import type { GUARDIAN_KINDS, ORGANISATION_KINDS, PARTY_KINDS, PartyRole } from '@/lib/domain/claim/party';

/**
 * What the text of an uploaded document says, as proposals for the form. The document was written by others: every text
 * is shown as text alone, without control or invisible characters, and is no longer than the form's own field. What is
 * not sure is left out.
 */

/** Statement of claim, in a mortgage action, notice of action, statement of claim after a notice of action. */
export type ReadForm = '14A' | '14B' | '14C' | '14D';

export type ReadAddress = {
  address: string;
  city: string;
  /** A code of `provincesOf`, or ''. */
  province: string;
  postalCode: string;
  /** A code of `COUNTRIES`, or ''. */
  country: string;
};

/** A party of the title of proceeding. Texts that the document does not have are ''. */
export type ReadParty = {
  role: PartyRole;
  kind: (typeof PARTY_KINDS)[number];
  /** As printed, without the capacity. */
  name: string;
  lastName: string;
  firstName: string;
  middleName: string;
  organisationName: string;
  organisationKind: (typeof ORGANISATION_KINDS)[number] | '';
  /** As printed after the name: "by his litigation guardian, Jane Roe", "carrying on business as Roe's". */
  capacity: string;
  /** Other names that the capacity gives, without its words. */
  alsoKnownAs: string;
  underDisability: 'minor' | 'disability' | null;
  guardianKind: (typeof GUARDIAN_KINDS)[number] | null;
  guardianName: string;
  /** From the list of those to whom the document is addressed. */
  address?: ReadAddress;
  /** From 1. */
  page: number;
  /** Whether the name may be cut or joined wrongly, or of another kind: a person must look at it. */
  isUnsure?: boolean;
  /** Whether its place in the title alone says on which side it is: a person must look at it. */
  isRoleUnsure?: boolean;
};

export type ReadLawyer = {
  name: string;
  /** `12345A`, or ''. */
  lsoNumber: string;
  firm: string;
  /** One line. */
  address: string;
  phone: string;
  email: string;
  page: number;
  /** Whom the document says the lawyer acts for. */
  forRole: PartyRole | null;
};

export type ClaimReading = {
  form: ReadForm | null;
  /** `id`: the court office by its id in the list of courts; null if the place is none of them. */
  court: { id: string | null; text: string; page: number } | null;
  language: 'english' | 'french' | null;
  /** Whether the claim says that it is brought under the simplified procedure (r. 76.02(2)); null for no claim. */
  simplified: boolean | null;
  /** Whether the title says that the action is under the Class Proceedings Act, 1992; null for no claim. */
  classProceeding: boolean | null;
  amount: { cents: number; page: number } | null;
  parties: ReadParty[];
  lawyers: ReadLawyer[];
  /** All pages of the file. */
  pages: number;
  /** Whether the pages that were read have any text: a scan alone has none. */
  text: boolean;
  /** Which of the documents that are filed with a claim it looks like. */
  kind: ClaimKind | null;
  /** A court file number that is filled in already. */
  fileNumber: string | null;
  /** Whether its first pages name the Superior Court of Justice. */
  courtName: boolean;
  /** Pages whose text does not stand upright as they are shown. */
  sideways: number[];
};

/** A reading of a document that says nothing. */
export const nothingRead = (pages: number, text: boolean): ClaimReading => ({
  form: null,
  court: null,
  language: null,
  simplified: null,
  classProceeding: null,
  amount: null,
  parties: [],
  lawyers: [],
  pages,
  text,
  kind: null,
  fileNumber: null,
  courtName: false,
  sideways: [],
});
