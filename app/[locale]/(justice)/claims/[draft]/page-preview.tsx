import { getTranslations } from 'next-intl/server';
import type { DraftDocument } from '@/lib/data/claim/documents/documents';

/**
 * The first page of an accepted document with the place of the seal, to be opened; the claim's is open. A closed one is
 * not asked for.
 */
export async function PagePreview({ document }: { document: DraftDocument }) {
  const page = firstPage(document);
  if (!page) return null;
  const t = await getTranslations('claim.preview');
  return (
    <details open={document.kind === 'claim'} className="mb-6 max-w-text">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold text-link wrap-anywhere">
        {t('heading', { name: document.name })}
      </summary>
      <p>{t(page.place)}</p>
      <FirstPage document={document} />
    </details>
  );
}

/** The version that is drawn, and whose mark has its place there; undefined where nothing can be shown. */
function firstPage({ versionId, place }: DraftDocument) {
  return versionId && place && place.kind !== 'nowhere' ? { versionId, place: place.kind } : undefined;
}

/** The picture of the first page alone. */
export async function FirstPage({ document }: { document: DraftDocument }) {
  const page = firstPage(document);
  if (!page) return null;
  const t = await getTranslations('claim.preview');
  return (
    // biome-ignore lint/performance/noImgElement: it is drawn for its owner alone and stored nowhere
    <img
      src={`/api/documents/${page.versionId}/preview`}
      alt={t('alt', { name: document.name })}
      loading="lazy"
      className="w-full max-w-md border border-line bg-page shadow"
    />
  );
}
