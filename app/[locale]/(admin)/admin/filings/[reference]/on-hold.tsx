import { getLocale, getTranslations } from 'next-intl/server';
import { release } from '@/app/[locale]/(admin)/admin/filings/[reference]/actions';
import { AtCounter } from '@/app/[locale]/(admin)/admin/filings/[reference]/at-counter';
import { HeldDocument } from '@/app/[locale]/(justice)/transactions/[reference]/held-document';
import { Alert } from '@/app/ui/display/alert';
import { Checkbox } from '@/app/ui/form/choices';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import type { FiledClaim } from '@/lib/data/filing/filings';
import { isKeptByCounter } from '@/lib/data/filing/substitutes';
import type { UserActor } from '@/lib/domain/access/access';
import { liesInDocument } from '@/lib/domain/filing/hold';
import { askedDocuments } from '@/lib/domain/filing/holds/asked';
import { keptWords } from '@/lib/domain/filing/holds/kept-reason';

type Props = {
  actor: UserActor;
  filing: FiledClaim;
  /** Why a copy that staff sent was not taken, from the address. */
  refused?: string | string[] | undefined;
};

/** Why a filing is on hold, for which documents, and the button that releases it once the cause is gone. */
export async function OnHold({ actor, filing, refused }: Props) {
  const [t, reasons] = [await getTranslations('adminHold'), await getTranslations('holdReason')];
  const { reference, holdReason: reason, keptReason: kept } = filing;
  const asked = askedDocuments(filing) ?? [];
  const documents = filing.documents.filter(({ id }) => asked.includes(id));
  const words = kept ? keptWords(kept, await getLocale()) : reason && reasons(reason);
  const atCounter = await isKeptByCounter(actor, reference);
  const next = kept ? (`staffWords.${kept.remedy}` as const) : atCounter ? 'counterWords' : 'words';
  return (
    <section className="mb-8">
      <Alert look="warning" heading={t('heading')}>
        <p>
          {words} {kept && <code>{kept.code}</code>}
        </p>
        {documents.map((document) => (
          <HeldDocument key={document.id} document={document} />
        ))}
        <p>{t(next)}</p>
      </Alert>
      {atCounter && kept?.remedy !== 'none' && <AtCounter filing={filing} refused={refused} />}
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
