import { Outdated } from '@/lib/data/access/errors';
import type { Submission } from '@/lib/data/claim/submission';
import type { FiledClaim, Notice } from '@/lib/data/filing/filings';
import type { ChosenReason } from '@/lib/data/filing/holds/placing';
import type { StoredClaim } from '@/lib/domain/claim/claim-v2';
import type { FiledKind } from '@/lib/domain/claim/later/later';
import type { IsoDate } from '@/lib/domain/court/day';
import type { HoldReason } from '@/lib/domain/filing/hold';
import { keptWords } from '@/lib/domain/filing/holds/kept-reason';
import { isClosed, type Restricted, titleForOthers, UNRESTRICTED } from '@/lib/domain/filing/restriction';
import { env } from '@/lib/env';
import type { ClaimDelayed } from '@/lib/mail/claim/claim-delayed';
import { type NoticeKind, renderClaimNotice } from '@/lib/mail/claim/claim-notice';
import type { ClaimReceived } from '@/lib/mail/claim/claim-received';
import { renderStaffHeld } from '@/lib/mail/claim/staff-held';
import { catalogues } from '@/lib/messages/catalogue';

type Facts = {
  reference: string;
  locale: 'en' | 'fr';
  claim: StoredClaim;
  laterKind: FiledKind | null;
  title: string;
  ownNumber: string;
  receivedAt: Date;
  issueOn: IsoDate;
} & Restricted;

/**
 * The facts in each e-mail about a claim that was submitted to the office of `courtOffice`. Where the court file is
 * sealed or anonymised they name nobody.
 */
export function claimFacts(filing: Facts, courtOffice: string): ClaimDelayed {
  const { reference, locale, claim, laterKind, restrictions, receivedAt, issueOn } = filing;
  return {
    reference,
    documentType: claim.documentType,
    laterKind,
    restrictions,
    title: titleForOthers(filing.title, filing) ?? '',
    ownNumber: isClosed(restrictions) ? '' : filing.ownNumber,
    courtOffice,
    receivedAt,
    issueOn,
    transactionUrl: `${env.PUBLIC_ORIGIN}/${locale}/transactions/${reference}`,
  };
}

/** The documents as an e-mail names them: where the court file is sealed or anonymised, by their place alone. */
export function toldDocuments<Document extends { name: string }>(
  documents: readonly Document[],
  { restrictions }: Pick<Restricted, 'restrictions'>,
): Document[] {
  return documents.map((one, at) => (isClosed(restrictions) ? { ...one, name: `${at + 1}` } : one));
}

/** The facts in the receipt's e-mail. A claim is received before it has a court file that could be restricted. */
export function receiptFacts(
  submission: Submission & Partial<Restricted> & { laterKind?: FiledKind },
): ClaimReceived {
  const { reference, locale, isOpen } = submission;
  const filing = { laterKind: null, ...UNRESTRICTED, ...submission };
  const documents = toldDocuments(submission.documents, filing);
  return {
    ...claimFacts(filing, submission.court.municipality),
    receiptUrl: `${env.PUBLIC_ORIGIN}/${locale}/transactions/${reference}/confirmation`,
    documents,
    isOpen,
  };
}

/** The short address at which anyone can check the documents issued under a verification code. */
export function verificationUrl(code: string): string {
  return `${env.PUBLIC_ORIGIN}/v/${code}`;
}

/** The e-mails about a hold: to the filer, and to staff if they have an address. */
export async function holdMails(facts: ClaimDelayed, code: HoldReason, locale: 'en' | 'fr') {
  const reason = catalogues[locale].holdReason[code];
  const filer = await renderClaimNotice({ ...facts, notice: 'held', reason }, locale);
  const url = `${env.PUBLIC_ORIGIN}/en/admin/filings/${facts.reference}`;
  const staff = env.STAFF_EMAIL && {
    recipient: env.STAFF_EMAIL,
    ...(await renderStaffHeld({ reference: facts.reference, code, url })),
  };
  return { filer, ...(staff && { staff }) };
}

/**
 * The e-mail that tells a filer about a change to their filing.
 * @param change the date that the filing will bear, if it changes, the reason, and how many documents are still asked for
 */
export async function writeNotice(
  filing: FiledClaim,
  notice: NoticeKind,
  {
    issueOn = filing.issueOn,
    reason = '',
    stillAsked = 0,
  }: { issueOn?: IsoDate; reason?: string; stillAsked?: number } = {},
): Promise<Notice> {
  const facts = claimFacts({ ...filing, issueOn }, filing.court.municipality);
  const before = issueOn === filing.issueOn ? undefined : filing.issueOn;
  const letter = await renderClaimNotice({ ...facts, notice, reason, before, stillAsked }, filing.locale);
  return { letter, writtenFor: filing.issueOn, stillAsked };
}

/**
 * The e-mail that tells a filer of a hold by staff, or of another reason for one that they know: why, of which documents
 * another copy is asked for, and what to do.
 */
export async function writeHoldNotice(
  filing: FiledClaim,
  { holdReason, kept, remedy }: ChosenReason,
  documentIds: readonly string[],
  occasion: 'heldByStaff' | 'heldAnew' = 'heldByStaff',
): Promise<Notice> {
  const { locale } = filing;
  const reason = kept ? keptWords(kept, locale) : catalogues[locale].holdReason[holdReason];
  const told = toldDocuments(filing.documents, filing);
  const asked = told.filter(({ id }) => documentIds.includes(id)).map(({ name }) => name);
  const facts = claimFacts(filing, filing.court.municipality);
  const notice = { ...facts, notice: occasion, reason, asked, next: remedy };
  return { letter: await renderClaimNotice(notice, locale), writtenFor: filing.issueOn };
}

/**
 * Writes e-mail before taking the lock, so that nobody waits for it. If its facts have changed by the time
 * the lock is held, everything is read and written again.
 * @param attempt reads, writes the e-mail, and makes the change that the e-mail reports
 * @throws Outdated after three attempts
 */
export async function writingAnew<T>(attempt: () => Promise<T>, attempts = 3): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof Outdated && attempts > 1) return writingAnew(attempt, attempts - 1);
    throw error;
  }
}
