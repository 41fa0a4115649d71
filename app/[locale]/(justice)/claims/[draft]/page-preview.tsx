import { getTranslations } from 'next-intl/server';
import type { DraftDocument } from '@/lib/data/claim/documents';

/**
 * The first page of an accepted document with the place of the seal, to be opened; the claim's is open. A closed one is
 * not asked for.
 */
export async function PagePreview({ document }: { document: DraftDocument }) {
  const { name, versionId, place, kind } = document;
  if (!versionId || !place || place.kind === 'nowhere') return null;
  const t = await getTranslations('claim.preview');
  return (
    <details open={kind === 'claim'} className="mb-6 max-w-text">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold text-link wrap-anywhere">
        {t('heading', { name })}
      </summary>
      <p>{t(place.kind)}</p>
      {/* biome-ignore lint/performance/noImgElement: it is drawn for its owner alone and stored nowhere */}
      <img
        src={`/api/documents/${versionId}/preview`}
        alt={t('alt', { name })}
        loading="lazy"
        className="w-full max-w-md border border-grey-40 bg-white"
      />
    </details>
  );
}
