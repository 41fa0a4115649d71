import { getLocale, getTranslations } from 'next-intl/server';
import { exit } from '@/app/[locale]/(justice)/exit';
import { SessionDialog } from '@/app/ui/session-dialog';
import { TIMES_LEFT, type TimeLeft } from '@/lib/domain/session-end';
import { getPathname } from '@/lib/web/navigation';
import { sessionNews } from '@/lib/web/session';

/** Watches over the session of the pages around it. Without JavaScript the next page says that it has ended. */
export async function SessionWatch() {
  const [t, locale, initial] = [
    await getTranslations('sessionDialog'),
    await getLocale(),
    await sessionNews(),
  ];
  const words = {
    soon: t('soon'),
    left: Object.fromEntries(TIMES_LEFT.map((left) => [left, t(`left.${left}`)])) as Record<TimeLeft, string>,
    stayWords: t('stayWords'),
    stay: t('stay'),
    limitWords: t('limitWords'),
    goOn: t('goOn'),
    signOut: t('signOut'),
    endedHeading: t('endedHeading'),
    endedWords: t('endedWords'),
    signIn: t('signIn'),
  };
  const signInAddress = getPathname({ href: '/sign-in', locale });
  return <SessionDialog initial={initial} words={words} signOut={exit} signInAddress={signInAddress} />;
}
