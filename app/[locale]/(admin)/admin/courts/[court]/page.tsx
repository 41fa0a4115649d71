import { getLocale, getTranslations } from 'next-intl/server';
import { save } from '@/app/[locale]/(admin)/admin/courts/[court]/actions';
import { TextArea, TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { ButtonLink } from '@/app/ui/layout/button-link';
import { pageTitle } from '@/app/ui/layout/page-title';
import { getCourt } from '@/lib/data/court/courts';
import { orNotFound } from '@/lib/web/action/or-not-found';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('adminCourt');

/**
 * One court office: the days on which it accepts claims, the notice to people who choose it, and the address
 * printed on claims.
 */
export default async function CourtPage({ params }: PageProps<'/[locale]/admin/courts/[court]'>) {
  await requireStaff('registrar');
  const court = await orNotFound(getCourt((await params).court));
  const [t, locale] = [await getTranslations('adminCourt'), await getLocale()];
  const { acceptsFrom, acceptsUntil, noticeEn, noticeFr, address } = court;
  const saved = { acceptsFrom, acceptsUntil: acceptsUntil ?? '', noticeEn, noticeFr, address };
  return (
    <>
      <h1>{t('heading', { court: court.municipality })}</h1>
      <p className="first-letter:uppercase">{locale === 'fr' ? court.countyFr : court.countyEn}</p>
      <PageForm action={save} initial={saved} doneMessage={t('saved')}>
        <input type="hidden" name="court" value={court.id} />
        <TextField name="acceptsFrom" label={t('acceptsFrom')} hint={t('dateHint')} width="medium" />
        <TextField
          name="acceptsUntil"
          need="optional"
          label={t('acceptsUntil')}
          hint={t('acceptsUntilHint')}
          width="medium"
        />
        <TextArea name="noticeEn" need="optional" label={t('noticeEn')} hint={t('noticeHint')} />
        <TextArea name="noticeFr" need="optional" label={t('noticeFr')} />
        <TextField name="address" label={t('address')} hint={t('addressHint')} width="full" />
        <ButtonRow>
          <Button>{t('save')}</Button>
          <ButtonLink href="/admin/courts" look="secondary">
            {t('back')}
          </ButtonLink>
        </ButtonRow>
      </PageForm>
    </>
  );
}
