import { getLocale, getTranslations } from 'next-intl/server';
import { Comparison } from '@/app/[locale]/(justice)/transactions/[reference]/comparison';
import {
  RefusedCopy,
  SubstituteForm,
} from '@/app/[locale]/(justice)/transactions/[reference]/substitute-form';
import { Table } from '@/app/ui/display/table';
import type { FiledClaim } from '@/lib/data/filing/filings';
import { listSubstitutes, type Substitute } from '@/lib/data/filing/substitutes';
import type { UserActor } from '@/lib/domain/access/access';
import { formatShortInstant } from '@/lib/domain/court/dates';
import { keptWords } from '@/lib/domain/filing/holds/kept-reason';

type Props = {
  actor: UserActor;
  filing: FiledClaim;
  /** Why a copy was not taken: a code under `refusal` or a key under `errors`, from the address. */
  refused?: string | string[] | undefined;
};

/** Why a claim is on hold, and which copies its filer can send to end the hold. */
export async function Held({ actor, filing, refused }: Props) {
  const [t, reasons, locale] = [
    await getTranslations('hold'),
    await getTranslations('holdReason'),
    await getLocale(),
  ];
  const remedy = filing.keptReason?.remedy ?? 'repaired-copy';
  const substitutes = await listSubstitutes(actor, filing.reference);
  return (
    <section className="print:hidden">
      <h2>{t('heading')}</h2>
      <p>
        <strong className="block">{t('reason')}</strong>
        {filing.keptReason
          ? keptWords(filing.keptReason, locale)
          : filing.holdReason && reasons(filing.holdReason)}
      </p>
      {typeof refused === 'string' && <RefusedCopy reference={filing.reference} code={refused} />}
      {remedy === 'none' ? <p>{t('nothingToSend')}</p> : <SubstituteForm filing={filing} remedy={remedy} />}
      <Offered substitutes={substitutes} />
    </section>
  );
}

async function Offered({ substitutes }: { substitutes: Substitute[] }) {
  const [t, locale] = [await getTranslations('hold'), await getLocale()];
  if (substitutes.length === 0) return null;
  const rows = substitutes.map((substitute) => ({
    key: substitute.id,
    cells: [
      formatShortInstant(substitute.receivedAt, locale),
      substitute.name,
      t(`kinds.${substitute.kind}`),
      t(`states.${substitute.state}`),
      <Comparison key="comparison" comparison={substitute.comparison} />,
    ],
  }));
  const headings = [t('sent'), t('name'), t('what'), t('state'), t('comparison')];
  return <Table caption={t('offered')} headings={headings} rows={rows} empty={t('noneOffered')} />;
}
