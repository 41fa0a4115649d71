import { getTranslations } from 'next-intl/server';
import { TextField } from '@/app/ui/form/fields';
import { Select } from '@/app/ui/form/select';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { listCourts } from '@/lib/data/court/courts';
import { courtDay } from '@/lib/domain/court/calendar';
import { REGIONS } from '@/lib/domain/court/court';
import { FILING_STATES } from '@/lib/domain/filing/filing';
import { courtNow } from '@/lib/services/clock';

const DAYS = ['receivedFrom', 'receivedUntil', 'issuedFrom', 'issuedUntil'] as const;

/** What filings are searched by, with the buttons that search, download what matches, and keep the search. */
export async function SearchFields() {
  const [t, states, regions, courts] = [
    await getTranslations('adminFilings'),
    await getTranslations('filingState'),
    await getTranslations('region'),
    await listCourts(courtDay(courtNow())),
  ];
  const offices = REGIONS.map((region) => ({
    label: regions(region),
    options: courts
      .filter((court) => court.region === region)
      .map(({ id, municipality }) => ({ value: id, label: municipality })),
  }));
  return (
    <>
      <TextField name="typed" label={t('typed')} hint={t('typedHint')} need="unmarked" />
      <div className="grid gap-x-6 sm:max-w-text sm:grid-cols-2">
        <Select
          name="state"
          label={t('status')}
          placeholder={t('anyStatus')}
          options={FILING_STATES.map((state) => ({ value: state, label: states(state) }))}
          width="medium"
          need="unmarked"
        />
        <Select
          name="court"
          label={t('court')}
          placeholder={t('anyCourt')}
          options={offices}
          need="unmarked"
        />
      </div>
      <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-4">
        {DAYS.map((name) => (
          <TextField
            key={name}
            name={name}
            label={t(name)}
            hint={t('dateHint')}
            width="medium"
            need="unmarked"
          />
        ))}
      </div>
      <ButtonRow>
        <Button>{t('search')}</Button>
        <Button look="secondary" formAction="/api/admin/filings/csv" formMethod="post">
          {t('csv')}
        </Button>
      </ButtonRow>
      <p className="mt-3 text-muted">{t('csvHint')}</p>
      <div className="mb-8 gap-x-6 sm:flex sm:items-end">
        <TextField
          name="searchName"
          label={t('searchName')}
          hint={t('searchNameHint')}
          width="medium"
          need="unmarked"
        />
        <div className="sm:mb-6">
          <Button name="save" value="yes" look="secondary">
            {t('saveSearch')}
          </Button>
        </div>
      </div>
    </>
  );
}
