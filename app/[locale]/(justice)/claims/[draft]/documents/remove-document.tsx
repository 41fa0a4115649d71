import { getTranslations } from 'next-intl/server';
import { remove } from '@/app/[locale]/(justice)/claims/[draft]/documents/actions';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import type { DraftDocument } from '@/lib/data/claim/documents/documents';

/** The button that takes a file out of its draft. */
export async function RemoveDocument({ draft, document }: { draft: string; document: DraftDocument }) {
  const t = await getTranslations('claim.documents');
  return (
    <PageForm action={remove} scope={document.id}>
      <input type="hidden" name="draft" value={draft} />
      <input type="hidden" name="document" value={document.id} />
      <Button look="danger" aria-label={t('removeOf', { name: document.name })}>
        {t('remove')}
      </Button>
    </PageForm>
  );
}
