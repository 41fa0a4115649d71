import { getLocale, getTranslations } from 'next-intl/server';
import { Alert } from '@/app/ui/alert';
import type { FiledClaim } from '@/lib/data/filings';
import { formatDate } from '@/lib/domain/dates';
import { isLate } from '@/lib/domain/filing';
import { courtNow } from '@/lib/services/clock';

type Claim = Pick<FiledClaim, 'state' | 'dueAt' | 'lastError' | 'issueOn' | 'contact'>;

/** What a filer can be told of where their claim stands. */
function standingOf(filing: Claim) {
  if (filing.state !== 'received') return filing.state;
  const now = courtNow();
  if (isLate(filing, now)) return 'late';
  return filing.dueAt <= now ? 'issuing' : 'waiting';
}

const looks = {
  issued: 'success',
  waiting: 'information',
  issuing: 'information',
  late: 'warning',
  held: 'warning',
  withdrawn: 'information',
} as const;

/** Where a claim stands, which date it bears or will bear, and that nothing has to be done for it. */
export async function Standing({ filing }: { filing: Claim }) {
  const [t, locale] = [await getTranslations('standing'), await getLocale()];
  const standing = standingOf(filing);
  const facts = { date: formatDate(filing.issueOn, locale), email: filing.contact.email };
  return (
    <Alert look={looks[standing]} heading={t(`${standing}.heading`, facts)}>
      <p>{t(`${standing}.words`, facts)}</p>
      <p>{t(`${standing}.email`, facts)}</p>
    </Alert>
  );
}
