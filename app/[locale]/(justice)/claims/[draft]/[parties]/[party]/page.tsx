import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { PartyFields } from '@/app/[locale]/(justice)/claims/[draft]/[parties]/[party]/party-fields';
import { SavedPartyChoice } from '@/app/[locale]/(justice)/claims/[draft]/[parties]/[party]/saved-party-choice';
import { leaveParty } from '@/app/[locale]/(justice)/claims/[draft]/[parties]/actions';
import { readyClaim } from '@/app/[locale]/(justice)/claims/[draft]/check/claim-reading';
import { openClaim } from '@/app/[locale]/(justice)/claims/[draft]/claim';
import { StepForm, StepPage, type StepProps } from '@/app/[locale]/(justice)/claims/[draft]/step-page';
import { fromOf, partyHref, partyStepOf } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { Alert } from '@/app/ui/display/alert';
import { pageTitle } from '@/app/ui/layout/page-title';
import { listDocuments } from '@/lib/data/claim/documents/documents';
import { newPartyId } from '@/lib/data/claim/drafts';
import { listSavedParties } from '@/lib/data/claim/saved-parties';
import type { Actor } from '@/lib/domain/access/access';
import { type PartyAnswers, partiesOf, roleOf } from '@/lib/domain/claim/claim';
import { prefilled } from '@/lib/domain/claim/proposals/prefilled';
import { isSame } from '@/lib/domain/claim/proposals/proposals';
import { addressed } from '@/lib/domain/claim/shared-address';
import { splitProvince } from '@/lib/domain/contact/postal-address';
import { isPartyId } from '@/lib/web/action/draft-forms';
import { redirect } from '@/lib/web/routes/navigation';

type PartyProps = {
  params: Promise<{ draft: string; parties: string; party: string }>;
  searchParams: StepProps['searchParams'];
};

export async function generateMetadata({ params }: PartyProps) {
  return pageTitle(`claim.${partyStepOf((await params).parties)}.person`)();
}

/** What to check of a party that is as it was read from the PDF: what that did not show clearly. */
async function unsureParts(actor: Actor, reference: string, party: PartyAnswers) {
  const reading = readyClaim(await listDocuments(actor, reference))?.reading;
  const read = reading?.parties.filter((one) => one.role === party.role && isSame(party, one)) ?? [];
  return [
    ...(read.some(({ isUnsure }) => isUnsure) ? (['checkName'] as const) : []),
    ...(read.some(({ isRoleUnsure }) => isRoleUnsure) ? ([`checkRole.${party.role}`] as const) : []),
  ];
}

/**
 * The page of one plaintiff or defendant. A new party has its id in the URL before anything is typed, so that
 * autosave, a reload and a form that is sent twice all concern the same party.
 */
export default async function PartyPage({ params, searchParams }: PartyProps) {
  const [{ draft: reference, parties: path, party: id }, query] = await Promise.all([params, searchParams]);
  const step = partyStepOf(path);
  const { actor, draft, profile } = await openClaim(reference);
  const from = fromOf(query);
  if (id === 'new') {
    redirect({ href: partyHref(reference, step, newPartyId(), from), locale: await getLocale() });
  }
  if (!isPartyId(id)) notFound();
  const parties = partiesOf(draft.answers, roleOf(step));
  const known = parties.find((party) => party.id === id);
  const saved = known ? [] : (await listSavedParties(actor)).filter(({ role }) => role === roleOf(step));
  const chosen = saved.find((line) => line.id === query.saved);
  const { contact, usual } = profile;
  const first = prefilled(step, contact, parties.length === 0, usual.lawyerNumber);
  const values = known ?? { ...first, ...chosen?.party };
  const unsure = known ? await unsureParts(actor, reference, known) : [];
  const [t, words] = [await getTranslations(`claim.${step}`), await getTranslations('claim.party')];
  return (
    <StepPage draft={reference} step={step} title={t('person.title')}>
      {saved.length > 0 && <SavedPartyChoice saved={saved} chosen={chosen} from={from} />}
      {unsure.length > 0 && (
        <Alert look="warning">
          {unsure.map((part) => (
            <p key={part}>{words(part)}</p>
          ))}
        </Alert>
      )}
      {!known && !chosen && step === 'plaintiffs' && values.representation && <p>{words('prefilled')}</p>}
      <StepForm
        action={leaveParty}
        draft={reference}
        step={step}
        from={from}
        party={id}
        values={splitProvince(values)}
      >
        <PartyFields role={roleOf(step)} others={addressed(draft.answers.parties ?? [], id)} />
      </StepForm>
    </StepPage>
  );
}
