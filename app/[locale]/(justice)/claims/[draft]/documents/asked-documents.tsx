import { getTranslations } from 'next-intl/server';
import { type DraftDocument, isReady } from '@/lib/data/claim/documents';
import type { AskedDocument } from '@/lib/domain/claim/document';

type Props = { asked: readonly AskedDocument[]; documents: readonly DraftDocument[] };

/** The documents that the answers ask for, and which files they are: a list that fills. */
export async function AskedDocuments({ asked, documents }: Props) {
  const [t, kinds] = await Promise.all([getTranslations('claim.documents'), getTranslations('documentKind')]);
  const ready = documents.filter(isReady);
  return (
    <section aria-labelledby="asked" className="max-w-text">
      <h2 id="asked" className="text-2xl!">
        {t('askedHeading')}
      </h2>
      <ul className="border-t border-grey-20">
        {asked.map(({ kind, required }) => {
          const file = ready.find((one) => one.kind === kind);
          return (
            <li key={kind} id={`file-${kind}`} tabIndex={-1} className="border-b border-grey-20 py-3">
              <p className="mb-1! font-semibold">
                {kinds(kind)} <span className="font-normal">({t(required ? 'required' : 'optional')})</span>
              </p>
              <p className="mb-1! text-grey-70">{t(`hints.${kind}`)}</p>
              <p className="mb-0! wrap-anywhere">
                {file ? t('askedFile', { name: file.name }) : t('askedMissing')}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
