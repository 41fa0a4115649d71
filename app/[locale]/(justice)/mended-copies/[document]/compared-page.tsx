import { getTranslations } from 'next-intl/server';
import { wordsOf } from '@/app/[locale]/(justice)/mended-copies/[document]/changes';
import type { MendedCopy } from '@/lib/data/claim/mended/mended-copies';
import type { MendedPage } from '@/lib/domain/claim/draft/mending';

type Props = { copy: MendedCopy; changed: MendedPage };

/** A page of the upload beside the page that it becomes, as pictures. */
export async function ComparedPage({ copy, changed }: Props) {
  const t = await getTranslations('mending');
  const { page, becomes } = changed;
  const after = becomes === null || becomes === page ? t('after') : t('afterAs', { page: becomes });
  return (
    <section aria-labelledby={`page-${page}`} className="mb-8 border-t border-line pt-4">
      <h3 id={`page-${page}`} className="mt-0!">
        {t('page', { page })}
      </h3>
      {(await wordsOf(changed)).map((words) => (
        <p key={words} className="max-w-text">
          {words}
        </p>
      ))}
      <div className="grid max-w-3xl grid-cols-2 items-start gap-3 sm:gap-6">
        <Shown words={t('before')} version={copy.original} page={page} alt={t('altBefore', { page })} />
        {becomes === null ? (
          <figure className="m-0">
            <figcaption className="mb-1 font-semibold">{after}</figcaption>
            <p className="flex aspect-17/22 items-center justify-center border border-dashed border-line bg-quiet text-center">
              {t('gone')}
            </p>
          </figure>
        ) : (
          <Shown words={after} version={copy.mended} page={becomes} alt={t('altAfter', { page: becomes })} />
        )}
      </div>
    </section>
  );
}

type ShownProps = { words: string; version: string; page: number; alt: string };

function Shown({ words, version, page, alt }: ShownProps) {
  return (
    <figure className="m-0">
      <figcaption className="mb-1 font-semibold">{words}</figcaption>
      {/* biome-ignore lint/performance/noImgElement: it is drawn for its owner alone and stored nowhere */}
      <img
        src={`/api/documents/${version}/preview?page=${page}`}
        alt={alt}
        loading="lazy"
        className="w-full border border-line bg-page shadow"
      />
    </figure>
  );
}
