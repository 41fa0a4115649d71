import { useTranslations } from 'next-intl';
import { PlainLink } from '@/app/ui/links/plain-link';

/**
 * The page for a path that does not exist, or exists only for others. Each audience has it inside its own frame: the
 * framework makes it ready with every page, and a frame of its own would cost each as much again.
 */
export function PageNotFound() {
  const t = useTranslations('notFound');
  return (
    <>
      <title>{t('title')}</title>
      <h1>{t('title')}</h1>
      <p>{t('words')}</p>
      <p>
        <PlainLink href="/">{t('home')}</PlainLink>
      </p>
    </>
  );
}
