import { getTranslations } from 'next-intl/server';
import { DocumentWarnings, warningsOf } from '@/app/[locale]/(justice)/claims/[draft]/document-warnings';
import { listFindings } from '@/lib/data/filing/desk/file-facts';
import type { FiledClaim } from '@/lib/data/filing/filings';
import type { UserActor } from '@/lib/domain/access/access';

/** What was found in each document, with a picture of the first page of its newest version, to be opened. */
export async function Findings({ actor, filing }: { actor: UserActor; filing: FiledClaim }) {
  const [t, preview] = [await getTranslations('adminDesk'), await getTranslations('claim.preview')];
  const found = await listFindings(actor, filing.id);
  return found.map((document) => {
    const versionId = filing.documents.find(({ id }) => id === document.id)?.versions.at(-1)?.id;
    return (
      <section key={document.id} aria-label={document.name}>
        {warningsOf(document).length > 0 ? (
          <DocumentWarnings document={document} />
        ) : (
          <p className="wrap-anywhere">{t('nothingFound', { name: document.name })}</p>
        )}
        {versionId && (
          <details className="mb-6 max-w-text">
            <summary className="min-h-11 cursor-pointer py-2 font-semibold text-link wrap-anywhere">
              {preview('heading', { name: document.name })}
            </summary>
            {/* biome-ignore lint/performance/noImgElement: it is drawn for this person alone and stored nowhere */}
            <img
              src={`/api/documents/${versionId}/preview?page=1`}
              alt={preview('alt', { name: document.name })}
              loading="lazy"
              className="w-full max-w-md border border-line bg-page shadow"
            />
          </details>
        )}
      </section>
    );
  });
}
