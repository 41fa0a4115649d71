import { getLocale, getTranslations } from 'next-intl/server';
import { LiveAnnouncements } from '@/app/ui/live/live-announcements';
import { announcements } from '@/lib/web/live/announcements';
import { getPathname } from '@/lib/web/routes/navigation';

/** Notices of staff and outages that last, above every page. */
export async function Announcements() {
  const [t, locale] = [await getTranslations('frame'), await getLocale()];
  return (
    <LiveAnnouncements
      locale={locale}
      label={t('notice')}
      initial={await announcements(locale)}
      status={{ href: getPathname({ href: '/service-status', locale }), words: t('outageMore') }}
    />
  );
}
