import { getLocale, getTranslations } from 'next-intl/server';
import { release } from '@/app/[locale]/(admin)/admin/filings/[reference]/actions';
import { HeldDocument } from '@/app/[locale]/(justice)/transactions/[reference]/held-document';
import { Alert } from '@/app/ui/display/alert';
import { Checkbox } from '@/app/ui/form/choices';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import type { FiledClaim } from '@/lib/data/filing/filings';
import { liesInDocument } from '@/lib/domain/filing/hold';
import { askedDocuments } from '@/lib/domain/filing/holds/asked';
import { keptWords } from '@/lib/domain/filing/holds/kept-reason';

/** Why a filing is on hold, for which documents, and the button that releases it once the cause is gone. */
export async function OnHold({ filing }: { filing: FiledClaim }) {
  const [t, reasons] = [await getTranslations('adminHold'), await getTranslations('holdReason')];
  const { reference, holdReason: reason, keptReason: kept } = filing;
  const asked = askedDocuments(filing) ?? [];
  const documents = filing.documents.filter(({ id }) => asked.includes(id));
  const words = kept ? keptWords(kept, await getLocale()) : reason && reasons(reason);
  return (
    <section className="mb-8">
      <Alert look="warning" heading={t('heading')}>
        <p>
          {words} <code>{kept?.code ?? reason}</code>
        </p>
        {documents.map((document) => (
          <HeldDocument key={document.id} document={document} />
        ))}
        <p>{t(kept ? `staffWords.${kept.remedy}` : 'words')}</p>
      </Alert>
      <PageForm action={release} doneMessage={t('released')}>
        <input type="hidden" name="reference" value={reference} />
        {reason && liesInDocument(reason) && (
          <Checkbox name="unchanged" label={t('unchanged')} hint={t('unchangedHint')} />
        )}
        <Button>{t('release')}</Button>
      </PageForm>
    </section>
  );
}
