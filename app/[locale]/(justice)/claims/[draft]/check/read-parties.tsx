import { getTranslations } from 'next-intl/server';
import { addField } from '@/app/[locale]/(justice)/claims/[draft]/check/claim-reading';
import { Checkbox } from '@/app/ui/form/choices';
import { type DraftAnswers, PARTY_STEPS, type PartyStep, partiesOf, roleOf } from '@/lib/domain/claim/claim';
import { partyName } from '@/lib/domain/claim/party';
import type { ProposedParty } from '@/lib/domain/claim/proposals/proposals';
import type { ClaimReading } from '@/lib/domain/claim/reading/reading';

type Props = { reading: ClaimReading | null; answers: DraftAnswers; proposed: readonly ProposedParty[] };

/** The plaintiffs and the defendants that the PDF names. Those that are ticked are added to the claim. */
export async function ReadParties({ reading, answers, proposed }: Props) {
  const t = await getTranslations('claim.check');
  return (
    <>
      {PARTY_STEPS.map((step) => (
        <Side
          key={step}
          step={step}
          answers={answers}
          proposed={proposed.filter(({ read }) => read.role === roleOf(step))}
        />
      ))}
      {reading && proposed.length > 0 && <p className="max-w-text">{t('partiesLater')}</p>}
    </>
  );
}

async function Side({ step, answers, proposed }: Omit<Props, 'reading'> & { step: PartyStep }) {
  const [t, claim] = [await getTranslations('claim.check'), await getTranslations('claim')];
  const standing = partiesOf(answers, roleOf(step));
  const isEmpty = standing.length === 0 && proposed.length === 0;
  return (
    <fieldset className="mb-6 max-w-text">
      <legend className="mb-2 font-semibold">{claim(`${step}.title`)}</legend>
      {standing.map((party) => (
        <p key={party.id} className="mb-2!">
          {t('standing', { name: partyName(party) || claim(`${step}.unnamed`) })}
        </p>
      ))}
      {isEmpty && <p className="mb-2! text-muted">{t(`noParty.${roleOf(step)}`)}</p>}
      {proposed.map((one) => (
        <Proposed key={one.index} {...one} />
      ))}
    </fieldset>
  );
}

async function Proposed(one: ProposedParty) {
  const [t, party] = [await getTranslations('claim.check'), await getTranslations('claim.party')];
  const { name, capacity, kind, page, role, isUnsure, isRoleUnsure } = one.read;
  const read = t('partyRead', { kind: party(`kinds.${kind}`), page });
  return (
    <Checkbox
      name={addField(one)}
      label={[name, capacity].filter(Boolean).join(', ')}
      hint={
        <>
          {isUnsure && <strong className="block">⚠ {t('partyUnsure')}</strong>}
          {isRoleUnsure && <strong className="block">⚠ {t(`roleUnsure.${role}`)}</strong>} {read}
        </>
      }
    />
  );
}
