import { getTranslations } from 'next-intl/server';
import { chooseTrouble } from '@/app/[locale]/(one-key)/recover/actions';
import { Button, ButtonLink, ButtonRow } from '@/app/ui/button';
import { RadioGroup } from '@/app/ui/choices';
import { PageForm } from '@/app/ui/page-form';
import { pageTitle } from '@/app/ui/page-title';
import { TROUBLES } from '@/lib/domain/recovery';
import { Link } from '@/lib/web/navigation';

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
      <p className="mt-8">{t.rich('otherwise', { a: (words) => <Link href="/help">{words}</Link> })}</p>
    </>
  );
}
