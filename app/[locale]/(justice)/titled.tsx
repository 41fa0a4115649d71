import { getTranslations } from 'next-intl/server';

/** The title of a proceeding, with the number by which the filer knows it. */
export async function Titled({ title, own }: { title: string; own: string | undefined }) {
  const t = await getTranslations('transactions');
  return (
    <>
      {title}
      {own && <span className="block text-grey-70">{t('ownNumber', { number: own })}</span>}
    </>
  );
}
