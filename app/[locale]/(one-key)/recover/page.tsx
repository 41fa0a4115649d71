import { getTranslations } from 'next-intl/server';
import { chooseTrouble } from '@/app/[locale]/(one-key)/recover/actions';
import { RadioGroup } from '@/app/ui/form/choices';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { PlainButtonLink, PlainLink } from '@/app/ui/links/plain-link';
import { TROUBLES } from '@/lib/domain/account/recovery';

export const generateMetadata = pageTitle('recover');

export default async function RecoverPage() {
  const t = await getTranslations('recover');
  return (
    <>
      <h1>{t('title')}</h1>
      <PageForm action={chooseTrouble}>
        <RadioGroup
          name="trouble"
          label={t('question')}
          options={TROUBLES.map((value) => ({ value, label: t(`trouble.${value}`) }))}
        />
        <ButtonRow>
          <Button>{t('getHelp')}</Button>
          <PlainButtonLink href="/sign-in" look="secondary">
            {t('cancel')}
          </PlainButtonLink>
        </ButtonRow>
      </PageForm>
      <p className="mt-8">
        {t.rich('inPerson', { a: (words) => <PlainLink href="/recover/in-person">{words}</PlainLink> })}
      </p>
      <p>{t.rich('otherwise', { a: (words) => <PlainLink href="/help">{words}</PlainLink> })}</p>
    </>
  );
}
