import { getTranslations } from 'next-intl/server';
import { stepHref } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { Alert } from '@/app/ui/display/alert';
import type { DraftDocument } from '@/lib/data/claim/documents/documents';
import { Link } from '@/lib/web/routes/link';

/** Files of which nobody said what they are: they are not filed. */
export async function UnsortedFiles({
  draft,
  documents,
}: {
  draft: string;
  documents: readonly DraftDocument[];
}) {
  const unsorted = documents.filter(({ state }) => state === 'unsorted');
  if (unsorted.length === 0) return null;
  const t = await getTranslations('claim.review');
  const names = unsorted.map(({ name }) => name).join(', ');
  return (
    <Alert look="warning" heading={t('unsortedHeading')}>
      <p className="wrap-anywhere">{t('unsorted', { names })}</p>
      <p>
        <Link href={stepHref(draft, 'documents', 'review')}>{t('sort')}</Link>
      </p>
    </Alert>
  );
}
