import { getTranslations } from 'next-intl/server';
import { DeletedAlerts } from '@/app/[locale]/(justice)/drafts/deleted-alerts';
import { DraftsTable } from '@/app/[locale]/(justice)/drafts/drafts-table';
import { SpaceAlert } from '@/app/[locale]/(justice)/drafts/space-alert';
import { pageTitle } from '@/app/ui/layout/page-title';
import { env } from '@/lib/env';
import { requireProfile } from '@/lib/web/session/profile';

export const generateMetadata = pageTitle('drafts');

/** The claims that are neither submitted nor deleted. */
export default async function DraftsPage() {
  const { actor } = await requireProfile();
  const t = await getTranslations('drafts');
  return (
    <>
      <h1>{t('title')}</h1>
      <p>{t('intro', { days: env.DRAFT_DAYS })}</p>
      <DeletedAlerts actor={actor} />
      <SpaceAlert actor={actor} />
      <DraftsTable actor={actor} />
    </>
  );
}
