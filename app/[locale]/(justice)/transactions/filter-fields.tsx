import { getLocale, getTranslations } from 'next-intl/server';
import { courtPlace } from '@/app/[locale]/(justice)/claims/[draft]/court/court-words';
import { TextField } from '@/app/ui/form/fields';
import { Select } from '@/app/ui/form/select';
import { DOCUMENT_TYPES } from '@/lib/domain/claim/claim';
import { FILING_STATES } from '@/lib/domain/filing/filing';
import { LIST_ORDERS } from '@/lib/domain/filing/list-filter';
import { courtOffices } from '@/lib/web/live/court-facts';

/** What a person's own list can be narrowed by. */
export async function FilterFields() {
  const [t, states, types, place, locale, courts] = await Promise.all([
    getTranslations('transactions'),
    getTranslations('filingState'),
    getTranslations('documentType'),
    getTranslations('claim.court'),
    getLocale(),
    courtOffices(),
  ]);
  return (
    <>
      <TextField name="words" label={t('words')} hint={t('wordsHint')} />
      <details className="mb-6">
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-link underline">
          {t('more')}
        </summary>
        <div className="mt-4 grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
          <Select
            name="state"
            label={t('status')}
            placeholder={t('any')}
            options={FILING_STATES.map((state) => ({ value: state, label: states(state) }))}
          />
          <Select
            name="court"
            label={t('court')}
            placeholder={t('any')}
            options={courts.map((court) => ({ value: court.id, label: courtPlace(place, court, locale) }))}
          />
          <Select
            name="type"
            label={t('type')}
            placeholder={t('any')}
            options={DOCUMENT_TYPES.map((type) => ({ value: type, label: types(type) }))}
          />
          <TextField name="from" label={t('from')} hint={t('dayHint')} width="medium" />
          <TextField name="until" label={t('until')} hint={t('dayHint')} width="medium" />
          <Select
            name="order"
            label={t('order')}
            options={LIST_ORDERS.map((order) => ({ value: order, label: t(`orders.${order}`) }))}
          />
        </div>
      </details>
    </>
  );
}
