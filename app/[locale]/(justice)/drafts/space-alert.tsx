import { getLocale, getTranslations } from 'next-intl/server';
import { Alert } from '@/app/ui/display/alert';
import { spaceTaken } from '@/lib/data/claim/draft-space';
import type { UserActor } from '@/lib/domain/access/access';
import { formatSize } from '@/lib/domain/claim/amounts';
import { isDraftSpaceShort, MOST_DRAFT_BYTES } from '@/lib/domain/claim/document';

/** Says how little space is left for the documents of drafts, before an upload is refused for it. */
export async function SpaceAlert({ actor }: { actor: UserActor }) {
  const taken = await spaceTaken(actor);
  if (!isDraftSpaceShort(taken)) return null;
  const [t, locale] = [await getTranslations('drafts'), await getLocale()];
  const sizes = { taken: formatSize(taken, locale), most: formatSize(MOST_DRAFT_BYTES, locale) };
  return (
    <Alert look="warning" heading={t('spaceHeading')}>
      <p>{t('space', sizes)}</p>
    </Alert>
  );
}
