import type { Submission } from '@/lib/data/submission';
import type { Claim } from '@/lib/domain/claim';
import type { Contact } from '@/lib/domain/contact';
import { env } from '@/lib/env';
import type { ClaimDelayed } from '@/lib/mail/claim-delayed';
import type { ClaimReceived } from '@/lib/mail/claim-received';

type Facts = {
  reference: string;
  locale: 'en' | 'fr';
  claim: Claim;
  contact: Contact;
  title: string;
  receivedAt: Date;
  issueOn: string;
};

/** What each e-mail about a claim tells, of a submission in the office of `courtOffice`. */
export function claimFacts(filing: Facts, courtOffice: string): ClaimDelayed {
  const { reference, locale, contact, claim, title, receivedAt, issueOn } = filing;
  return {
    name: `${contact.firstName} ${contact.lastName}`,
    reference,
    documentType: claim.documentType,
    title,
    courtOffice,
    receivedAt,
    issueOn,
    transactionUrl: `${env.PUBLIC_ORIGIN}/${locale}/transactions/${reference}`,
  };
}

/** What the receipt's e-mail tells. */
export function receiptFacts(submission: Submission): ClaimReceived {
  const { reference, locale, documents, isOpen } = submission;
  return {
    ...claimFacts(submission, submission.court.municipality),
    receiptUrl: `${env.PUBLIC_ORIGIN}/${locale}/transactions/${reference}/confirmation`,
    documents,
    isOpen,
  };
}

/** The short address at which anyone can check what the court issued under a verification code. */
export function verificationAddress(code: string): string {
  return `${env.PUBLIC_ORIGIN}/v/${code}`;
}
