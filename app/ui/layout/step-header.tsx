import { getTranslations } from 'next-intl/server';

/** The heading of one of several pages: "Step n of m", then the page's purpose. */
export async function StepHeader({ n, m, title }: { n: number; m: number; title: string }) {
  const t = await getTranslations('common');
  return (
    <>
      <p className="mb-1! font-semibold text-grey-70">{t('step', { n, m })}</p>
      <h1>{title}</h1>
    </>
  );
}
