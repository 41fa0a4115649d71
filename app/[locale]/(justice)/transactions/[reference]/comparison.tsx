import { getTranslations } from 'next-intl/server';
import { MOST_PASSAGES, type TextComparison } from '@/lib/domain/filing/substitute';

/** The comparison of a copy with the original, in words first and colour second. */
export async function Comparison({ comparison }: { comparison: TextComparison }) {
  const { isSame, removed, added } = comparison;
  const t = await getTranslations('hold');
  const result = comparison.isSameFile ? 'sameFile' : resultOf(isSame);
  const most = Math.max(removed.length, added.length);
  return (
    <>
      <p className="font-semibold">{t(result)}</p>
      <Passages heading={t('removed')} passages={removed} look="border-alert bg-alert-light" />
      <Passages heading={t('added')} passages={added} look="border-success bg-success-light" />
      {isSame === false && most === 0 && <p>{t('notListed')}</p>}
      {most === MOST_PASSAGES && <p>{t('listCut', { count: most })}</p>}
    </>
  );
}

const resultOf = (isSame: boolean | null) => (isSame === null ? 'noText' : isSame ? 'same' : 'differs');

function Passages({ heading, passages, look }: { heading: string; passages: string[]; look: string }) {
  if (passages.length === 0) return null;
  return (
    <>
      <p className="mb-1! font-semibold">{heading}</p>
      <ul>
        {[...new Set(passages)].map((passage) => (
          <li key={passage} className={`mb-1 border-l-4 px-2 wrap-anywhere ${look}`}>
            {passage}
          </li>
        ))}
      </ul>
    </>
  );
}
