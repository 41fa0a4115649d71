import { getTranslations } from 'next-intl/server';
import type { Claim } from '@/lib/domain/claim';

/** What the law asks of the plaintiff from here on, in the words of the court's e-mail. r. 4.05(10), 14.03, 14.08 */
export async function NextDuties({ claim, isIssued }: { claim: Claim; isIssued: boolean }) {
  const t = await getTranslations('mail');
  const isNotice = claim.documentType === 'form-14c';
  return (
    <ul>
      {!isIssued && <li>{t('claimReceived.notYet')}</li>}
      {isNotice && <li>{t('claimIssued.form14d')}</li>}
      <li>{t(isNotice ? 'claimIssued.serveNotice' : 'claimIssued.serve')}</li>
      <li>{t('claimIssued.original')}</li>
    </ul>
  );
}
