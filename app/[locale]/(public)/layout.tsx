import { getTranslations } from 'next-intl/server';
import { Frame } from '@/app/ui/layout/frame';

/** The pages that anybody may read. */
export default async function PublicLayout({ children }: LayoutProps<'/[locale]'>) {
  const t = await getTranslations('frame');
  return <Frame name={t('service')}>{children}</Frame>;
}
