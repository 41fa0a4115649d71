import { getTranslations } from 'next-intl/server';
import { CourtSelect } from '@/app/[locale]/(justice)/claims/[draft]/court/court-select';
import { saveUsualAnswers } from '@/app/[locale]/(justice)/contact-information/actions';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Select } from '@/app/ui/form/select';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { LANGUAGES, PROCEDURES } from '@/lib/domain/claim/claim';
import type { Usual } from '@/lib/domain/claim/draft/usual';
import { courtDay } from '@/lib/domain/court/calendar';
import { acceptsOn } from '@/lib/domain/court/court';
import { courtNow } from '@/lib/services/clock';
import { courtOffices } from '@/lib/web/live/court-facts';

/** What a lawyer usually files, to be preselected in later claims. */
export async function UsualSection({ usual }: { usual: Usual }) {
  const [t, claim, all] = [
    await getTranslations('usual'),
    await getTranslations('claim'),
    await courtOffices(),
  ];
  return (
    <section aria-labelledby="usual">
      <h2 id="usual">{t('title')}</h2>
      <p className="max-w-text">{t('intro')}</p>
      <PageForm action={saveUsualAnswers} initial={usual} doneMessage={t('saved')}>
        <TextField
          name="lawyerNumber"
          need="optional"
          label={t('lawyerNumber')}
          hint={claim('party.lawyerNumberHint')}
          width="medium"
        />
        <CourtSelect
          name="usualCourt"
          need="optional"
          label={t('court')}
          courts={all.filter((court) => acceptsOn(court, courtDay(courtNow())))}
        />
        <Select
          name="usualProcedure"
          need="optional"
          label={t('procedure')}
          placeholder={t('none')}
          options={PROCEDURES.map((value) => ({ value, label: claim(`procedure.procedures.${value}`) }))}
        />
        <Select
          name="usualLanguage"
          need="optional"
          label={t('language')}
          placeholder={t('none')}
          options={LANGUAGES.map((value) => ({ value, label: claim(`language.languages.${value}`) }))}
        />
        <ButtonRow>
          <Button look="secondary">{t('save')}</Button>
        </ButtonRow>
      </PageForm>
    </section>
  );
}
