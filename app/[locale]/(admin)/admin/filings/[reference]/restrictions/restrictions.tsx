import { getLocale, getTranslations } from 'next-intl/server';
import { Lifting, Restricting } from '@/app/[locale]/(admin)/admin/filings/[reference]/restrictions/forms';
import { Table } from '@/app/ui/display/table';
import {
  type ListedRestriction,
  listRestrictions,
} from '@/lib/data/filing/restricted/court-file-restrictions';
import type { UserActor } from '@/lib/domain/access/access';
import { formatDate, formatInstant } from '@/lib/domain/court/dates';

type Cells = { listed: ListedRestriction; locale: 'en' | 'fr' };

async function cellsOf({ listed, locale }: Cells): Promise<string[]> {
  const [t, names] = [await getTranslations('adminRestrictions'), await getTranslations('restriction.names')];
  const { restriction, setBy, approvedBy, liftedBy, liftApprovedBy } = listed;
  const { kind, judge, orderedOn, publicTitle, since, liftedAt, liftJudge, liftOrderedOn } = restriction;
  const byTwo = (at: Date, proposer: string | null, approver: string | null) =>
    t('byTwo', {
      instant: formatInstant(at, locale),
      ...{ proposer: proposer ?? t('service'), approver: approver ?? t('service') },
    });
  const orderOf = (by: string, on: string) => t('orderOf', { judge: by, date: formatDate(on, locale) });
  const isLifted = liftedAt && liftJudge && liftOrderedOn;
  return [
    [names(kind), publicTitle].filter(Boolean).join(': '),
    orderOf(judge, orderedOn),
    byTwo(since, setBy, approvedBy),
    isLifted
      ? `${orderOf(liftJudge, liftOrderedOn)}. ${byTwo(liftedAt, liftedBy, liftApprovedBy)}`
      : t('inForce'),
  ];
}

/** For registrars: every restriction that the court file has or had, and the forms that propose to set or lift one. */
export async function Restrictions(props: { actor: UserActor; reference: string; fileNumber: string }) {
  const [t, locale] = [await getTranslations('adminRestrictions'), await getLocale()];
  const listed = await listRestrictions(props.actor, props.fileNumber);
  const rows = listed.map(async (one) => ({
    key: one.restriction.id,
    cells: await cellsOf({ listed: one, locale }),
  }));
  const inForce = listed.flatMap(({ restriction }) => (restriction.liftedAt ? [] : [restriction.kind]));
  return (
    <section>
      <h2>{t('heading')}</h2>
      <Table
        caption={t('caption')}
        headings={[t('kind'), t('order'), t('since'), t('lifted')]}
        rows={await Promise.all(rows)}
        empty={t('empty')}
      />
      <Restricting reference={props.reference} />
      {inForce.length > 0 && <Lifting reference={props.reference} inForce={inForce} />}
    </section>
  );
}
