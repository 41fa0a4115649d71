import { getLocale, getTranslations } from 'next-intl/server';
import { Alert } from '@/app/ui/display/alert';
import { findPaperOf } from '@/lib/data/claim/paper/paper-drafts';
import type { FiledClaim } from '@/lib/data/filing/filings';
import type { UserActor } from '@/lib/domain/access/access';
import { formatInstant } from '@/lib/domain/court/dates';

/** Says of a filing that was handed in on paper who entered it, when and why later; and leads to its receipt. */
export async function OnPaper({ actor, filing }: { actor: UserActor; filing: FiledClaim }) {
  const found = await findPaperOf(actor, filing.id);
  if (!found) return null;
  const [t, locale] = [await getTranslations('adminPaper'), await getLocale()];
  const { clerk, enteredAt, paper } = found;
  return (
    <Alert heading={t('onPaper')}>
      <p>{t('enteredBy', { oneKeyId: clerk, instant: enteredAt ? formatInstant(enteredAt, locale) : '' })}</p>
      {paper.lateReason && <p>{t('enteredLate', { reason: paper.lateReason })}</p>}
      <p>
        <a href={`/api/receipts/${filing.reference}`}>{t('receipt')}</a>
      </p>
    </Alert>
  );
}
