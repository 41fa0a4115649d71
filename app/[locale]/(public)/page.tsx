import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { DatePromise } from '@/app/[locale]/date-promise';
import { ButtonLink } from '@/app/ui/layout/button';
import { courtDay } from '@/lib/domain/court/calendar';
import { formatDate } from '@/lib/domain/court/dates';
import { issueFee } from '@/lib/domain/court/fee';
import { courtNow } from '@/lib/services/clock';
import { Link } from '@/lib/web/routes/navigation';

export async function generateMetadata(): Promise<Metadata> {
  return { title: { absolute: (await getTranslations('home'))('title') } };
}

export default async function HomePage() {
  const t = await getTranslations('home');
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="text-lg">{t('lead')}</p>
      <DatePromise />
      <h2>{t('file.heading')}</h2>
      <p>{t.rich('file.account', { a: (words) => <Link href="/sign-up">{words}</Link> })}</p>
      <p>{t.rich('file.session', { b: (words) => <strong>{words}</strong> })}</p>
      <p>{t('file.forms')}</p>
      <p>{t.rich('file.place', { a: (words) => <Link href="/right-place">{words}</Link> })}</p>
      <p className="mt-6 mb-8!">
        <ButtonLink href="/sign-in" look="start">
          {t('file.start')}
        </ButtonLink>
      </p>
      <h2>{t('answer.heading')}</h2>
      <p>{t('answer.inHours')}</p>
      <p>{t('answer.email')}</p>
      <p>{t('answer.outsideHours')}</p>
      <p>{t('answer.outage')}</p>
      <h2>{t('verify.heading')}</h2>
      <p>{t.rich('verify.words', { a: (words) => <Link href="/verify">{words}</Link> })}</p>
      <Fee />
    </>
  );
}

/** The court's fee by law on the court's date. */
async function Fee() {
  const [t, locale] = await Promise.all([getTranslations('home.fee'), getLocale()]);
  const today = courtDay(courtNow());
  const { dollars, since, indexed } = issueFee(today);
  const facts = { dollars, since: formatDate(since, locale), today: formatDate(today, locale) };
  return (
    <>
      <h2>{t('heading')}</h2>
      <p>{t(indexed ? 'indexed' : 'amount', facts)}</p>
      <p>{t('notCollected')}</p>
    </>
  );
}
