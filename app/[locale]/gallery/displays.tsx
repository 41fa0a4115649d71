import { MapPin } from 'lucide';
import { getTranslations } from 'next-intl/server';
import { Alert, Panel } from '@/app/ui/display/alert';
import { Card, Cards } from '@/app/ui/display/card';
import { Icon } from '@/app/ui/display/icon';
import { Status, type StatusLook } from '@/app/ui/display/status';
import { SummaryList } from '@/app/ui/display/summary-list';
import { Table } from '@/app/ui/display/table';
import { StepHeader } from '@/app/ui/layout/step-header';

const alerts = ['information', 'warning', 'success', 'error'] as const;
const states = ['received', 'issued', 'held', 'withdrawn'] as const satisfies readonly StatusLook[];

/** What shows and is not filled in: notices, cards, states, lists and tables, also an empty one. */
export async function Displays() {
  const [t, filing, list, place, common] = [
    await getTranslations('home'),
    await getTranslations('filingState'),
    await getTranslations('transactions'),
    await getTranslations('claim.court'),
    await getTranslations('common'),
  ];
  const headings = [list('proceeding'), list('status')];
  const rows = states.map((state) => ({
    key: state,
    cells: [
      t('verify.heading'),
      <Status key="state" state={state}>
        {filing(state)}
      </Status>,
    ],
  }));
  const change = { href: '/account' as const, word: common('change') };
  return (
    <>
      <StepHeader n={3} m={9} title={place('title')} />
      {alerts.map((look) => (
        <Alert key={look} look={look} heading={t('verify.heading')}>
          <p>{t('answer.outage')}</p>
        </Alert>
      ))}
      <Panel label={t('fee.heading')}>
        <p>{t('fee.notCollected')}</p>
      </Panel>
      <div className="my-6">
        <Cards>
          <Card heading={t('place.heading')} icon={<Icon of={MapPin} />}>
            <p>{t('answer.inHours')}</p>
          </Card>
          <Card heading={t('fee.heading')}>
            <p>{t('fee.notCollected')}</p>
          </Card>
        </Cards>
      </div>
      <SummaryList
        rows={[
          { label: list('proceeding'), value: t('verify.heading'), change },
          { label: list('status'), value: t('answer.outage') },
        ]}
      />
      <Table caption={list('caption')} headings={headings} rows={rows} empty={list('empty')} />
      <Table caption={list('caption')} headings={headings} rows={[]} empty={list('empty')} />
    </>
  );
}
