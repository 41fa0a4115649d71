import { getLocale, getTranslations } from 'next-intl/server';
import { exit } from '@/app/[locale]/exit';
import { SessionDialog } from '@/app/ui/session/session-dialog';
import { TIMES_LEFT, type TimeLeft } from '@/lib/domain/sign-in/session-end';
import { getPathname } from '@/lib/web/routes/navigation';
import { sessionNews } from '@/lib/web/session/session';

/**
 * Watches the session of the surrounding pages. Without JavaScript the next page reports that the session has
 * ended.
 */
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
  const signInPath = getPathname({ href: '/sign-in', locale });
  return <SessionDialog initial={initial} words={words} signOut={exit} signInPath={signInPath} />;
}
