import { randomUUID } from 'node:crypto';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { openClaim } from '@/app/[locale]/(justice)/claims/[draft]/claim';
import type { StepProps } from '@/app/[locale]/(justice)/claims/[draft]/field-step';
import { leaveParty } from '@/app/[locale]/(justice)/claims/[draft]/party-actions';
import { PartyFields } from '@/app/[locale]/(justice)/claims/[draft]/party-fields';
import { type PartyStep, prefilled } from '@/app/[locale]/(justice)/claims/[draft]/party-words';
import { StepForm } from '@/app/[locale]/(justice)/claims/[draft]/step-form';
import { StepPage } from '@/app/[locale]/(justice)/claims/[draft]/step-page';
import { fromOf, partyHref } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { splitProvince } from '@/lib/domain/address';
import { partiesOf } from '@/lib/domain/claim';
import { isPartyId, roleOf } from '@/lib/web/draft-forms';
import { redirect } from '@/lib/web/navigation';

export type PartyProps = {
  params: Promise<{ draft: string; party: string }>;
  searchParams: StepProps['searchParams'];
};

/**
 * The page of one plaintiff or defendant. A new one has its id in the address before anything is typed, so that
 * autosave, reload and sending the form twice all mean the same party.
 */
export async function PartyPage({ step, params, searchParams }: PartyProps & { step: PartyStep }) {
  const [{ draft: reference, party: id }, query] = await Promise.all([params, searchParams]);
  const { draft, profile } = await openClaim(reference);
  const from = fromOf(query);
  if (id === 'new') {
    redirect({ href: partyHref(reference, step, randomUUID().slice(0, 8), from), locale: await getLocale() });
  }
  if (!isPartyId(id)) notFound();
  const parties = partiesOf(draft.answers, roleOf(step));
  const known = parties.find((party) => party.id === id);
  const typed = known ?? prefilled(step, profile.contact, parties.length === 0);
  const [t, words] = [await getTranslations(`claim.${step}`), await getTranslations('claim.party')];
  return (
    <StepPage draft={reference} step={step} title={t('person.title')}>
      {!known && step === 'plaintiffs' && typed.representation && <p>{words('prefilled')}</p>}
      <StepForm
        action={leaveParty}
        draft={reference}
        step={step}
        from={from}
        party={id}
        typed={splitProvince(typed)}
      >
        <PartyFields role={roleOf(step)} />
      </StepForm>
    </StepPage>
  );
}
