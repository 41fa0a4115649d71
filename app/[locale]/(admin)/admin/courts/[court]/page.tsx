import { getLocale, getTranslations } from 'next-intl/server';
import { save } from '@/app/[locale]/(admin)/admin/courts/[court]/actions';
import { Button, ButtonLink, ButtonRow } from '@/app/ui/button';
import { TextArea, TextField } from '@/app/ui/fields';
import { PageForm } from '@/app/ui/page-form';
import { pageTitle } from '@/app/ui/page-title';
import { getCourt } from '@/lib/data/courts';
import { orNotFound } from '@/lib/web/or-not-found';
import { requireStaff } from '@/lib/web/session';

export const generateMetadata = pageTitle('adminCourt');

/** One court office: when it takes claims, what those who choose it are told, and the address printed on claims. */
export default async function CourtPage({ params }: PageProps<'/[locale]/admin/courts/[court]'>) {
  await requireStaff();
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
          label={t('acceptsUntil')}
          hint={t('acceptsUntilHint')}
          width="medium"
        />
        <TextArea name="noticeEn" label={t('noticeEn')} hint={t('noticeHint')} />
        <TextArea name="noticeFr" label={t('noticeFr')} />
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
