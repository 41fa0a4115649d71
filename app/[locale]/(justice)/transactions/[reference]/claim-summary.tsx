import { getLocale, getTranslations } from 'next-intl/server';
import { courtPlace } from '@/app/[locale]/(justice)/claims/[draft]/court/court-words';
import { partyLines } from '@/app/[locale]/(justice)/party-lines';
import { SummaryList } from '@/app/ui/display/summary-list';
import { getCourt } from '@/lib/data/court/courts';
import type { FiledClaim } from '@/lib/data/filing/filings';
import type { PartyRole } from '@/lib/domain/claim/party';
import { courtDay } from '@/lib/domain/court/calendar';

/** The answers of a claim as it was submitted, under the headings of its steps, in the words of the day of its receipt. */
export async function ClaimSummary({ filing }: { filing: FiledClaim }) {
  const { claim } = filing;
  const court = await getCourt(filing.court.id, courtDay(filing.receivedAt));
  const [t, courtWords, types, natures, locale] = await Promise.all([
    getTranslations('claim'),
    getTranslations('claim.court'),
    getTranslations('documentType'),
    getTranslations('nature'),
    getLocale(),
  ]);
  const parties = async (role: PartyRole) => {
    const lines = claim[`${role}s`].map((party, at) => partyLines({ ...party, role, id: `${at}` }));
    return (await Promise.all(lines)).join('\n\n');
  };
  const rows = [
    { label: t('type.title'), value: types(claim.documentType) },
    { label: t('court.title'), value: courtPlace(courtWords, court, locale) },
    { label: t('nature.title'), value: claim.version === 2 ? claim.nature[locale] : natures(claim.nature) },
    { label: t('procedure.title'), value: t(`procedure.procedures.${claim.procedure}`) },
    { label: t('procedure.classProceeding'), value: t(`procedure.classes.${claim.classProceeding}`) },
    { label: t('language.title'), value: t(`language.languages.${claim.language}`) },
    { label: t('plaintiffs.title'), value: await parties('plaintiff') },
    { label: t('defendants.title'), value: await parties('defendant') },
  ];
  return <SummaryList rows={rows} />;
}
