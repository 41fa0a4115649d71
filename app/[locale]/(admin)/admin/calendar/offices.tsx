import { getTranslations } from 'next-intl/server';
import { Select } from '@/app/ui/form/select';
import { listCourts } from '@/lib/data/court/courts';
import { courtDay } from '@/lib/domain/court/calendar';
import { type Where, whereCode } from '@/lib/domain/court/closure';
import { REGIONS } from '@/lib/domain/court/court';
import { courtNow } from '@/lib/services/clock';

/** The offices that a closure is for, in words. */
export async function officesWords(where: Where | undefined): Promise<string> {
  const [t, regions] = [await getTranslations('adminCalendar'), await getTranslations('region')];
  if (!where) return t('everyOffice');
  if ('region' in where) return t('officesOf', { region: regions(where.region) });
  const court = (await listCourts(courtDay(courtNow()))).find(({ id }) => id === where.office);
  return t('officeIn', { municipality: court?.municipality ?? where.office });
}

/** Chooses every office, those of a region, or one; the value is as `whereCode` writes it. */
export async function OfficesSelect({ name }: { name: string }) {
  const [t, regions] = [await getTranslations('adminCalendar'), await getTranslations('region')];
  const courts = await listCourts(courtDay(courtNow()));
  const groups = REGIONS.map((region) => ({
    label: regions(region),
    options: [
      { value: whereCode({ region }), label: t('officesOf', { region: regions(region) }) },
      ...courts
        .filter((court) => court.region === region)
        .map(({ id, municipality }) => ({ value: whereCode({ office: id }), label: municipality })),
    ],
  }));
  return (
    <Select
      name={name}
      need="optional"
      label={t('offices')}
      placeholder={t('everyOffice')}
      options={groups}
    />
  );
}
