import { getTranslations } from 'next-intl/server';
import { start } from '@/app/[locale]/(justice)/account/actions';
import { LastFilings } from '@/app/[locale]/(justice)/account/last-filings';
import { Waiting } from '@/app/[locale]/(justice)/account/waiting';
import { WithPromise } from '@/app/[locale]/(justice)/with-promise';
import { exit } from '@/app/[locale]/exit';
import { Card, Cards } from '@/app/ui/display/card';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { Link } from '@/lib/web/routes/link';
import { requireProfile } from '@/lib/web/session/profile';

export const generateMetadata = pageTitle('account');

const links = [
  ['/drafts', 'drafts'],
  ['/transactions', 'transactions'],
  ['/saved-parties', 'savedParties'],
  ['/contact-information', 'contactInformation'],
  ['/terms-accepted', 'termsOfUse'],
] as const;

/** My account: the service that a person can start, what waits for them, their last submissions, and their own pages. */
export default async function AccountPage() {
  const { actor } = await requireProfile();
  const t = await getTranslations('account');
  return (
    <WithPromise heading={<h1>{t('title')}</h1>}>
      <h2 className="sr-only">{t('services')}</h2>
      <div className="gap-4 rounded-lg border border-line border-l-8 border-l-start p-6 sm:flex sm:items-center sm:justify-between">
        <div>
          <h3 className="mt-0! mb-1!">{t('civil')}</h3>
          <p className="sm:mb-0!">{t('file')}</p>
        </div>
        <PageForm action={start}>
          <Button look="start">{t('start')}</Button>
        </PageForm>
      </div>
      <Waiting actor={actor} />
      <LastFilings actor={actor} />
      <h2>{t('yours')}</h2>
      <Cards>
        {links.map(([href, name]) => (
          <Card key={href} heading={<Link href={href}>{t(`${name}.name`)}</Link>} level="h3">
            <p>{t(`${name}.words`)}</p>
          </Card>
        ))}
      </Cards>
      <form action={exit} className="mt-8">
        <Button look="secondary">{t('exit')}</Button>
      </form>
    </WithPromise>
  );
}
