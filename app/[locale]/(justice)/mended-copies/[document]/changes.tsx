import { getTranslations } from 'next-intl/server';
import type { MendedPage, Mending, Resized } from '@/lib/domain/claim/draft/mending';

/** What a mended copy changes, page by page. */
export async function Changes({ mending }: { mending: Mending }) {
  const t = await getTranslations('mending');
  const lines = await Promise.all(mending.pages.map(wordsOf));
  return (
    <ul className="max-w-text list-disc space-y-2 pl-6">
      {mending.unlocked && <li>{t('changes.unlocked')}</li>}
      {lines.flat().map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

/** What changes on one page, a sentence for each change. */
export async function wordsOf({ page, becomes, turned, resized, flattened }: MendedPage): Promise<string[]> {
  const t = await getTranslations('mending.changes');
  if (becomes === null) return [t('leftOut', { page })];
  const sized = resized && {
    ...{ page, percent: resized.percent, paper: await paperOf(resized) },
    words: resized.percent < 100 ? ('resized' as const) : ('centred' as const),
  };
  return [
    ...(turned ? [t('turned', { page })] : []),
    ...(sized ? [t(sized.words, sized)] : []),
    ...(flattened ? [t('flattened', { page })] : []),
  ];
}

async function paperOf({ paper, width, height }: Resized): Promise<string> {
  const t = await getTranslations('mending.papers');
  return t(paper, { width, height });
}
