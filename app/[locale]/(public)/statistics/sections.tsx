import { getLocale, getTranslations } from 'next-intl/server';
import { Plot } from '@/app/ui/display/plot';
import { Table } from '@/app/ui/display/table';
import type { Statistics } from '@/lib/data/health/statistics';
import { formatMonth, formatShortMonth } from '@/lib/domain/court/dates';
import type { Told } from '@/lib/domain/health/statistics';

/** How counts, shares and months are written in the reader's language. */
async function writers() {
  const [t, locale] = [await getTranslations('statistics'), await getLocale()];
  const number = new Intl.NumberFormat(`${locale}-CA`, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(`${locale}-CA`, { style: 'percent', maximumFractionDigits: 2 });
  return {
    t,
    count: (told: Told) => (typeof told === 'number' ? number.format(told) : t(told)),
    share: (told: Told) => (typeof told === 'number' ? percent.format(told / 100) : t(told)),
    percent: (share: number) => percent.format(share),
    month: (month: string) => formatMonth(month, locale),
    /** Below the columns stands the month of every third one. */
    tick: (month: string, at: number) => (at % 3 === 0 ? { tick: formatShortMonth(month, locale) } : {}),
  };
}

/** A number that is not told has no height. */
const heightOf = (told: Told) => (typeof told === 'number' ? told : 0);

export async function Months({ months }: Pick<Statistics, 'months'>) {
  const { t, count, share, month: inWords, tick } = await writers();
  const rows = months.toReversed().map(({ month, received, issued, prompt, held }) => ({
    key: month,
    cells: [inWords(month), count(received), count(issued), share(prompt), count(held)],
  }));
  const headings = [t('month'), t('received'), t('issued'), t('promptShare'), t('held')];
  const plot = (title: string, value: string) => ({
    title,
    headings: [t('month'), value] as const,
  });
  return (
    <section>
      <h2>{t('months')}</h2>
      <div className="gap-x-12 lg:grid lg:grid-cols-2">
        <Plot
          {...plot(t('received'), t('received'))}
          bars={months.map(({ month, received }, at) => ({
            name: inWords(month),
            value: heightOf(received),
            shown: count(received),
            ...tick(month, at),
          }))}
        />
        <Plot
          {...plot(t('promptShare'), t('promptShare'))}
          most={100}
          format={(value) => share(value)}
          bars={months.map(({ month, prompt }, at) => ({
            name: inWords(month),
            value: heightOf(prompt),
            shown: share(prompt),
            ...tick(month, at),
          }))}
        />
      </div>
      <p>{t('promptNote')}</p>
      <Table caption={t('months')} headings={headings} rows={rows} empty={t('none')} headed />
    </section>
  );
}

export async function Reasons({ reasons }: Pick<Statistics, 'reasons'>) {
  const [{ t, count, percent }, hold] = [await writers(), await getTranslations('holdName')];
  const rows = reasons.map(({ reason, count: told, perMille }) => ({
    key: reason,
    cells: [hold(reason), count(told), perMille === null ? t('unshown') : percent(perMille / 1000)],
  }));
  return (
    <section>
      <h2>{t('reasons')}</h2>
      <Table
        caption={t('reasons')}
        headings={[t('reason'), t('count'), t('rate')]}
        rows={rows}
        empty={t('noHolds')}
        headed
      />
    </section>
  );
}

export async function Availability({ service }: Pick<Statistics, 'service'>) {
  const { t, percent, month: inWords, tick } = await writers();
  if (service.length === 0) return null;
  return (
    <section>
      <h2>{t('availability')}</h2>
      <Plot
        title={t('availabilityPlot')}
        headings={[t('month'), t('share')]}
        tableWords={t('plotOf', { plot: t('availabilityPlot') })}
        most={1}
        format={percent}
        bars={service.map(({ month, share }, at) => ({
          name: inWords(month),
          value: share,
          ...tick(month, at),
        }))}
      />
      <p>{t('availabilityNote')}</p>
    </section>
  );
}
