import { getTranslations } from 'next-intl/server';
import { chooseTrouble } from '@/app/[locale]/(one-key)/recover/actions';
import { RadioGroup } from '@/app/ui/form/choices';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { ButtonLink } from '@/app/ui/layout/button-link';
import { pageTitle } from '@/app/ui/layout/page-title';
import { TROUBLES } from '@/lib/domain/account/recovery';
import { Link } from '@/lib/web/routes/navigation';

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
          <ButtonLink href="/sign-in" look="secondary">
            {t('cancel')}
          </ButtonLink>
        </ButtonRow>
      </PageForm>
      <p className="mt-8">
        {t.rich('inPerson', { a: (words) => <Link href="/recover/in-person">{words}</Link> })}
      </p>
      <p>{t.rich('otherwise', { a: (words) => <Link href="/help">{words}</Link> })}</p>
    </>
  );
}
