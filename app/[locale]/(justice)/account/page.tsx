import { getTranslations } from 'next-intl/server';
import { start } from '@/app/[locale]/(justice)/account/actions';
import { exit } from '@/app/[locale]/(justice)/exit';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { Link } from '@/lib/web/routes/navigation';
import { requireProfile } from '@/lib/web/session/profile';

export const generateMetadata = pageTitle('account');

const links = [
  ['/drafts', 'drafts'],
  ['/transactions', 'transactions'],
  ['/saved-parties', 'savedParties'],
  ['/contact-information', 'contactInformation'],
  ['/terms-accepted', 'termsOfUse'],
] as const;

/** My account: the service that a person can start, and links to their own pages. */
export default async function AccountPage() {
  await requireProfile();
  const t = await getTranslations('account');
  return (
    <>
      <h1>{t('title')}</h1>
      <h2>{t('services')}</h2>
      <h3>{t('civil')}</h3>
      <div className="max-w-text gap-4 border-y border-grey-20 py-4 sm:flex sm:items-center sm:justify-between">
        <p className="font-semibold sm:mb-0!">{t('file')}</p>
        <PageForm action={start}>
          <Button look="start">{t('start')}</Button>
        </PageForm>
      </div>
      <h2>{t('yours')}</h2>
      <ul className="mb-8">
        {links.map(([href, name]) => (
          <li key={href} className="border-b border-grey-20 py-2">
            <Link href={href} className="inline-flex min-h-11 items-center font-semibold text-link underline">
              {t(`${name}.name`)}
            </Link>
            <p>{t(`${name}.words`)}</p>
          </li>
        ))}
      </ul>
      <form action={exit}>
        <Button look="secondary">{t('exit')}</Button>
      </form>
    </>
  );
}
