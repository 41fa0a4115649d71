import { ArrowRight } from 'lucide';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HomeCards } from '@/app/[locale]/(home)/home-cards';
import { HowItWorks } from '@/app/[locale]/(home)/how-it-works';
import { DatePromise } from '@/app/[locale]/date-promise';
import { Icon } from '@/app/ui/display/line-icon';
import { Frame } from '@/app/ui/layout/frame';
import { PlainButtonLink, PlainLink } from '@/app/ui/links/plain-link';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('home');
  return { title: { absolute: t('title') }, description: t('lead') };
}

/** What the service does, the date that it promises, and the one button that begins. */
export default function HomePage() {
  return (
    <Frame hero={<Hero />}>
      <HowItWorks />
      <HomeCards />
    </Frame>
  );
}

async function Hero() {
  const t = await getTranslations('home');
  return (
    <div className="bg-hero bg-linear-to-r from-hero to-hero-end text-on-action">
      <div className="page-width grid items-center gap-8 py-8 sm:py-14 md:grid-cols-[minmax(0,1fr)_25rem] md:gap-16">
        <div>
          <h1>{t('heading')}</h1>
          <p className="max-w-xl sm:text-xl">{t('lead')}</p>
          <p className="mt-6">
            <PlainButtonLink href="/sign-in" look="light">
              {t('file.start')}
              <Icon of={ArrowRight} size={20} />
            </PlainButtonLink>
          </p>
          <p className="mb-0!">
            {t.rich('file.first', {
              a: (words) => (
                <PlainLink href="/sign-up" className="underline underline-offset-4">
                  {words}
                </PlainLink>
              ),
            })}
          </p>
        </div>
        <div className="rounded-lg bg-page text-ink shadow-lg">
          <DatePromise />
        </div>
      </div>
    </div>
  );
}
