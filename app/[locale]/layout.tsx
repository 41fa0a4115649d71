import '@/app/globals.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { hasLocale, NextIntlClientProvider } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { CourtClockBanner } from '@/app/[locale]/court-clock-banner';
import { goByName } from '@/lib/web/one-origin';
import { routing } from '@/lib/web/routing';

export async function generateMetadata({ params }: LayoutProps<'/[locale]'>): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: 'frame' });
  return { title: { default: t('service'), template: `%s – ${t('service')}` } };
}

/** Every page's document. The browser is told the language but sent no messages: words come with the page. Pages are made for each request: scripts run only by that response's nonce. */
export default async function LocaleLayout({
  children,
  params,
}: LayoutProps<'/[locale]'>): Promise<ReactNode> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  await connection();
  await goByName();
  return (
    <html lang={locale === 'fr' ? 'fr-CA' : 'en-CA'}>
      <body className="flex min-h-screen flex-col bg-white font-sans text-black">
        <NextIntlClientProvider locale={locale} messages={null}>
          <CourtClockBanner />
          {children}
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
