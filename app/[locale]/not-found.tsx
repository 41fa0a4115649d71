import { getTranslations } from 'next-intl/server';
import { Frame } from '@/app/ui/layout/frame';
import { Link } from '@/lib/web/routes/navigation';

/** The page for a path that does not exist, or exists only for others. */
export default async function NotFound() {
  const t = await getTranslations('notFound');
  return (
    <Frame name={(await getTranslations('frame'))('service')}>
      <title>{t('title')}</title>
      <h1>{t('title')}</h1>
      <p>{t('words')}</p>
      <p>
        <Link href="/">{t('home')}</Link>
      </p>
    </Frame>
  );
}
