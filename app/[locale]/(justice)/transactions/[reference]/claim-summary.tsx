import { getTranslations } from 'next-intl/server';
import { addressText } from '@/app/[locale]/(justice)/address-text';
import { SummaryList } from '@/app/ui/summary-list';
import type { Claim } from '@/lib/domain/claim';
import { type Party, partyName } from '@/lib/domain/party';

/** A party in lines: names, who acts, where. */
async function partyText(party: Party): Promise<string> {
  const t = await getTranslations('filedClaim');
  const name = partyName(party);
  const lines = [
    party.underDisability === 'no' ? name : t(`underDisability.${party.underDisability}`, { name }),
    party.alsoKnownAs && t('alsoKnownAs', { name: party.alsoKnownAs }),
    party.guardianName && t('guardian', { name: party.guardianName }),
    (await addressText(party)) || t('addressUnknown'),
    party.phone,
    party.email,
    party.lawyerName && t('lawyer', { name: [party.lawyerName, party.lawyerFirm].filter(Boolean).join(', ') }),
  ];
  return lines.filter(Boolean).join('\n');
}

async function partiesText(parties: Party[]): Promise<string> {
  return (await Promise.all(parties.map(partyText))).join('\n\n');
}

/** What was answered in a claim, as it was submitted. `court` is the municipality of its office. */
export async function ClaimSummary({ claim, court }: { claim: Claim; court: string }) {
  const t = await getTranslations('filedClaim');
  const [documentType, nature] = [await getTranslations('documentType'), await getTranslations('nature')];
  const rows = [
    { label: t('documentType'), value: documentType(claim.documentType) },
    { label: t('court'), value: court },
    { label: t('nature'), value: nature(claim.nature) },
    { label: t('procedure'), value: t(`procedures.${claim.procedure}`) },
    { label: t('classProceeding'), value: t(`classProceedings.${claim.classProceeding}`) },
    { label: t('language'), value: t(`languages.${claim.language}`) },
    { label: t('plaintiffs', { count: claim.plaintiffs.length }), value: await partiesText(claim.plaintiffs) },
    { label: t('defendants', { count: claim.defendants.length }), value: await partiesText(claim.defendants) },
  ];
  return <SummaryList rows={rows} />;
}
