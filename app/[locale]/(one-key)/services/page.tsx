import { getLocale, getTranslations } from 'next-intl/server';
import { exit } from '@/app/[locale]/exit';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { PlainLink } from '@/app/ui/links/plain-link';
import { findProfile } from '@/lib/data/account/profiles';
import { byName, type Service, servicesFor } from '@/lib/domain/account/service';
import { requireActor } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('services');

/** All Services from A to Z: the services that this account opens. */
export default async function ServicesPage() {
  const actor = await requireActor();
  const [t, locale, profile] = await Promise.all([getTranslations(), getLocale(), findProfile(actor)]);
  const doors = {
    justice: profile ? '/account' : '/register/terms',
    administration: '/admin',
  } as const satisfies Record<Service, string>;
  const listed = servicesFor(actor).map((id) => ({ id, name: t(`service.${id}.name`) }));
  return (
    <>
      <h1>{t('services.title')}</h1>
      <p>{t('services.lead')}</p>
      {byName(listed, locale).map(({ id, name }) => (
        <section key={id} className="max-w-text border-t border-line py-4 first-of-type:mt-8">
          <h2 className="mt-0! mb-2! text-2xl!">
            <PlainLink href={doors[id]}>{name}</PlainLink>
          </h2>
          <p className="mb-0!">{t(`service.${id}.about`)}</p>
        </section>
      ))}
      <h2>{t('services.account')}</h2>
      <p>
        <PlainLink href="/recovery-info">{t('services.recoveryInfo')}</PlainLink>
      </p>
      <p>
        <PlainLink href="/sessions">{t('sessions.title')}</PlainLink>
      </p>
      <p>
        <PlainLink href="/your-information">{t('yourInformation.title')}</PlainLink>
      </p>
      <p>
        <PlainLink href="/close-account">{t('closeAccount.title')}</PlainLink>
      </p>
      <p>
        <PlainLink href="/two-step">{t('services.twoStep')}</PlainLink>
      </p>
      <form action={exit}>
        <ButtonRow>
          <Button look="secondary">{t('services.signOut')}</Button>
        </ButtonRow>
      </form>
    </>
  );
}
