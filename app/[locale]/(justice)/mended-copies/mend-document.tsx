import { getTranslations } from 'next-intl/server';
import { warningsOf } from '@/app/[locale]/(justice)/claims/[draft]/document-warnings';
import { mend } from '@/app/[locale]/(justice)/mended-copies/actions';
import { Alert } from '@/app/ui/display/alert';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import type { DraftDocument } from '@/lib/data/claim/documents/documents';
import { canBeMended } from '@/lib/domain/claim/draft/mending';
import { Link } from '@/lib/web/routes/link';

/** Offers to mend what a filer was told of, or says that the mended copy is used. */
export async function MendDocument({ document }: { document: DraftDocument }) {
  const { id, name, mending } = document;
  const isOffered = !mending && canBeMended(warningsOf(document));
  if (!mending && !isOffered) return null;
  const t = await getTranslations('mending');
  if (mending) {
    return (
      <Alert look="success">
        <p>{t('inUse')}</p>
        <p>
          <Link
            href={{ pathname: '/mended-copies/[document]', params: { document: id } }}
            aria-label={t('lookOf', { name })}
          >
            {t('look')}
          </Link>
        </p>
      </Alert>
    );
  }
  return (
    <div className="mb-6 max-w-text">
      <p>{t('offer')}</p>
      <PageForm action={mend} scope={`mend-${id}`}>
        <input type="hidden" name="document" value={id} />
        <Button look="secondary" aria-label={t('mendOf', { name })}>
          {t('mend')}
        </Button>
      </PageForm>
    </div>
  );
}
