import { getTranslations } from 'next-intl/server';
import { Alert } from '@/app/ui/display/alert';
import type { Restriction } from '@/lib/domain/filing/restriction';

/** On every page of a court file: what a judge ordered for it. */
export async function RestrictionNotice({ restrictions }: { restrictions: readonly Restriction[] }) {
  if (restrictions.length === 0) return null;
  const t = await getTranslations('restriction');
  return (
    <Alert look="warning" heading={t('heading')}>
      {restrictions.map((kind) => (
        <p key={kind}>{t(kind)}</p>
      ))}
    </Alert>
  );
}
