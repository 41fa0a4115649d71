import { CalendarClock, Coins, FileCheck2, MapPin, Paperclip } from 'lucide';
import { getLocale, getTranslations } from 'next-intl/server';
import { Card, Cards } from '@/app/ui/display/card';
import { Icon } from '@/app/ui/display/line-icon';
import { PlainLink } from '@/app/ui/links/plain-link';
import { courtDay } from '@/lib/domain/court/calendar';
import { formatDate } from '@/lib/domain/court/dates';
import { courtNow } from '@/lib/services/clock';
import { shownFee } from '@/lib/web/live/court-facts';

/** What a person needs, what it costs, and when they hear back; then the two questions that others come with. */
export async function HomeCards() {
  const [t, locale] = await Promise.all([getTranslations('home'), getLocale()]);
  return (
    <div className="mt-10 space-y-5">
      <Cards>
        <Card heading={t('file.heading')} icon={<Icon of={Paperclip} />}>
          <p>{t('file.forms')}</p>
          <p>{t.rich('file.account', { a: (words) => <PlainLink href="/sign-up">{words}</PlainLink> })}</p>
          <p>{t.rich('file.session', { b: (words) => <strong>{words}</strong> })}</p>
        </Card>
        <Card heading={t('answer.heading')} icon={<Icon of={CalendarClock} />}>
          <p>{t('answer.inHours')}</p>
          <p>{t('answer.outsideHours')}</p>
          <p>{t('answer.outage')}</p>
          <p>
            <a href={`/api/closed-days?locale=${locale}`}>{t('answer.closedDays')}</a>
          </p>
        </Card>
        <Card heading={t('fee.heading')} icon={<Icon of={Coins} />}>
          <Fee />
        </Card>
      </Cards>
      <Cards>
        <Card heading={t('place.heading')} icon={<Icon of={MapPin} />}>
          <p>{t.rich('place.words', { a: (words) => <PlainLink href="/right-place">{words}</PlainLink> })}</p>
        </Card>
        <Card heading={t('verify.heading')} icon={<Icon of={FileCheck2} />}>
          <p>{t.rich('verify.words', { a: (words) => <PlainLink href="/verify">{words}</PlainLink> })}</p>
        </Card>
      </Cards>
    </div>
  );
}

/** The court's fee by law on the court's date. */
async function Fee() {
  const [t, locale] = await Promise.all([getTranslations('home.fee'), getLocale()]);
  const today = courtDay(courtNow());
  const { dollars, since, indexed } = await shownFee(today);
  const facts = { dollars, since: formatDate(since, locale), today: formatDate(today, locale) };
  return (
    <>
      <p>{t(indexed ? 'indexed' : 'amount', facts)}</p>
      <p>{t('notCollected')}</p>
    </>
  );
}
