import { getTranslations } from 'next-intl/server';
import { Link } from '@/lib/web/routes/link';
import type { Href } from '@/lib/web/routes/navigation';

/** Links to the previous and next pages, if a list has more than one page. */
export async function PageLinks({
  page,
  pages,
  href,
}: {
  page: number;
  pages: number;
  href: (page: number) => Href;
}) {
  if (pages === 1) return null;
  const t = await getTranslations('pageLinks');
  const link = (to: number, words: string) => (
    <Link href={href(to)} className="inline-flex min-h-11 items-center text-link underline">
      {words}
    </Link>
  );
  return (
    <nav aria-label={t('label')} className="print:hidden mb-8 flex flex-wrap items-center gap-6">
      {page > 1 && link(page - 1, t('previous'))}
      <span>{t('page', { page, pages })}</span>
      {page < pages && link(page + 1, t('next'))}
    </nav>
  );
}
