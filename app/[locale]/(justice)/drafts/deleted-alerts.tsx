import { getLocale, getTranslations } from 'next-intl/server';
import { restore } from '@/app/[locale]/(justice)/drafts/actions';
import { Alert } from '@/app/ui/display/alert';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import { listDeletedDrafts, restorableForMs } from '@/lib/data/claim/kept/deleted-drafts';
import type { UserActor } from '@/lib/domain/access/access';
import { formatClock } from '@/lib/domain/court/dates';
import { systemNow } from '@/lib/services/clock';

/** The drafts that were deleted a moment ago, each with a button that brings it back. */
export async function DeletedAlerts({ actor }: { actor: UserActor }) {
  const [t, locale, deleted] = [
    await getTranslations('drafts'),
    await getLocale(),
    await listDeletedDrafts(actor, systemNow()),
  ];
  return deleted.map(({ reference, deletedAt }) => {
    const until = new Date(deletedAt.getTime() + restorableForMs);
    return (
      <Alert key={reference} heading={t('deletedHeading', { reference })}>
        <p>{t('deletedWords', { until: formatClock(until, locale) })}</p>
        <PageForm action={restore}>
          <input type="hidden" name="draft" value={reference} />
          <Button look="secondary" aria-label={t('restoreOf', { reference })}>
            {t('restore')}
          </Button>
        </PageForm>
      </Alert>
    );
  });
}
