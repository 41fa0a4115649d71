import '@/app/globals.css';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { hasLocale } from 'next-intl';
import { getMessages, getTranslations, setRequestLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Announcements } from '@/app/[locale]/announcements';
import { CourtClockBanner } from '@/app/[locale]/court-clock-banner';
import { WithFailedWords } from '@/app/[locale]/failed-words';
import { requestIdHeader } from '@/lib/request-id';
import { goByName } from '@/lib/web/http/one-origin';
import { isPreparing } from '@/lib/web/prepared/preparing';
import { routing } from '@/lib/web/routes/routing';

export async function generateMetadata({ params }: LayoutProps<'/[locale]'>): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: 'frame' });
  return { title: { default: t('service'), template: `%s – ${t('service')}` } };
}

/**
 * The document of every page. The server renders its texts; the browser gets only the messages for a page
 * that failed. Each request renders its page again, because scripts run only with the nonce of their
 * response.
 */
export default async function LocaleLayout({
  children,
  params,
}: LayoutProps<'/[locale]'>): Promise<ReactNode> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  await connection();
  await goByName();
  const [{ failed }, t] = [await getMessages(), await getTranslations('frame')];
  return (
    <html lang={locale === 'fr' ? 'fr-CA' : 'en-CA'}>
      <body className="flex min-h-screen flex-col bg-page font-sans text-ink">
        {!isPreparing() && <meta name="request-id" content={(await headers()).get(requestIdHeader) ?? ''} />}
        <a
          href="#main"
          className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-page focus:p-3 focus:text-link"
        >
          {t('skip')}
        </a>
        <WithFailedWords words={failed}>
          <CourtClockBanner />
          <Announcements />
          {children}
        </WithFailedWords>
      </body>
    </html>
  );
}
