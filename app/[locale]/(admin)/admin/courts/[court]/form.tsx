import { getTranslations } from 'next-intl/server';
import { proposeCourt } from '@/app/[locale]/(admin)/admin/courts/[court]/actions';
import { ReasonAndSend, Since } from '@/app/[locale]/(admin)/admin/settings/proposing';
import { TextArea, TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import type { Court } from '@/lib/domain/court/court';

/** The form that proposes a version of an office. It begins with what holds today. */
export async function CourtForm({ court }: { court: Court }) {
  const t = await getTranslations('adminCourt');
  const { countyEn, countyFr, address, acceptsFrom, acceptsUntil, noticeEn, noticeFr } = court;
  const today = { countyEn, countyFr, address, acceptsFrom, noticeEn, noticeFr };
  return (
    <PageForm action={proposeCourt} initial={{ ...today, acceptsUntil: acceptsUntil ?? '' }}>
      <input type="hidden" name="court" value={court.id} />
      <TextField name="countyEn" label={t('countyEn')} hint={t('countyHint')} />
      <TextField name="countyFr" label={t('countyFr')} />
      <TextField name="address" label={t('address')} hint={t('addressHint')} width="full" />
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
      <Since name="courtFrom" />
      <ReasonAndSend name="courtReason" />
    </PageForm>
  );
}
