import { getLocale, getTranslations } from 'next-intl/server';
import { giveHalf } from '@/app/[locale]/(admin)/admin/users/[user]/actions';
import { Alert } from '@/app/ui/display/alert';
import { Checkbox } from '@/app/ui/form/choices';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { ShownCode } from '@/app/ui/form/shown-code';
import { Button } from '@/app/ui/layout/button';
import type { InPerson as Recovery } from '@/lib/data/recovery/in-person-codes';
import { IN_PERSON_HOURS } from '@/lib/domain/account/in-person';
import { formatInstant } from '@/lib/domain/court/dates';
import { Link } from '@/lib/web/routes/link';

async function Open({ recovery }: { recovery: Recovery }) {
  const [t, locale] = [await getTranslations('adminAccount'), await getLocale()];
  const { id, begunAt, expiresAt } = recovery;
  return (
    <Alert>
      <p>
        {t('inPersonOpen', {
          begun: formatInstant(begunAt, locale),
          until: formatInstant(expiresAt, locale),
        })}{' '}
        <Link href={{ pathname: '/admin/recoveries/[recovery]', params: { recovery: id } }}>
          {t('seeInPerson')}
        </Link>
      </p>
    </Alert>
  );
}

/** Begins a recovery in person: gives the person the first half of a code, which is shown once. */
export async function InPerson({ user, open }: { user: string; open: Recovery | null }) {
  const t = await getTranslations('adminAccount');
  return (
    <>
      <h2>{t('inPerson')}</h2>
      <p>
        {t('inPersonWords')} {t('inPersonValid', { hours: IN_PERSON_HOURS })}
      </p>
      {open && <Open recovery={open} />}
      <PageForm action={giveHalf}>
        <input type="hidden" name="user" value={user} />
        <TextField name="identity" label={t('identity')} hint={t('identityHint')} width="full" />
        <Checkbox name="lostSteps" label={t('lostSteps')} hint={t('lostStepsHint')} />
        <ShownCode words={t('codeShown')} />
        <Button look="secondary">{t('giveCode')}</Button>
      </PageForm>
    </>
  );
}
