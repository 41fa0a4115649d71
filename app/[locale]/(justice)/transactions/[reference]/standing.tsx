import { getLocale, getTranslations } from 'next-intl/server';
import { Alert } from '@/app/ui/display/alert';
import { isIssuingStopped } from '@/lib/data/court/issuing-stop';
import type { FiledClaim } from '@/lib/data/filing/filings';
import { paperOf } from '@/lib/domain/claim/claim';
import { formatDate } from '@/lib/domain/court/dates';
import { isLate } from '@/lib/domain/filing/filing';
import { waitForAddress } from '@/lib/domain/filing/mail-standing';
import { courtNow } from '@/lib/services/clock';

type Claim = Pick<
  FiledClaim,
  'claim' | 'laterKind' | 'state' | 'holdReason' | 'dueAt' | 'lastError' | 'issueOn' | 'contact' | 'mails'
>;

/** The state of a claim in the form in which its filer is told of it. */
async function standingOf(filing: Claim) {
  if (filing.state === 'held') return filing.holdReason === 'by-staff' ? 'heldByStaff' : 'held';
  if (filing.state !== 'received') return filing.state;
  const now = courtNow();
  const late = isLate(filing, now);
  if (!late && filing.dueAt > now) return 'waiting';
  if (await isIssuingStopped()) return 'stopped';
  return late ? 'late' : 'issuing';
}

const looks = {
  issued: 'success',
  waiting: 'information',
  issuing: 'information',
  stopped: 'information',
  late: 'warning',
  held: 'warning',
  heldByStaff: 'warning',
  withdrawn: 'information',
} as const;

/** The state of a claim in words: the date that it bears or will bear, and what becomes of the messages about it. */
export async function standingWords(filing: Claim) {
  const namespace = filing.laterKind ? 'laterStanding' : 'standing';
  const [t, locale] = [await getTranslations(namespace), await getLocale()];
  const standing = await standingOf(filing);
  const paper = paperOf(filing.claim.documentType);
  const facts = { date: formatDate(filing.issueOn, locale), email: filing.contact.email, paper };
  return {
    look: looks[standing],
    heading: t(`${standing}.heading`, facts),
    words: t(`${standing}.words`, facts),
    email: await mailWords(filing, t(`${standing}.email`, facts)),
  };
}

/**
 * What becomes of the message about it. While the address is unconfirmed a notice of its own says where the documents are;
 * then only what still waits for the court asks for patience.
 */
async function mailWords(filing: Claim, sent: string): Promise<string | null> {
  if (!waitForAddress(filing.mails)) return sent;
  const isOver = filing.state === 'issued' || filing.state === 'withdrawn';
  return isOver ? null : (await getTranslations('standing'))('unconfirmed');
}

/** The same as a notice. */
export async function Standing({ filing }: { filing: Claim }) {
  const { look, heading, words, email } = await standingWords(filing);
  return (
    <Alert look={look} heading={heading}>
      <p>{words}</p>
      {email && <p>{email}</p>}
    </Alert>
  );
}
