import { getLocale, getTranslations } from 'next-intl/server';
import { openClaim } from '@/app/[locale]/(justice)/claims/[draft]/claim';
import type { StepProps } from '@/app/[locale]/(justice)/claims/[draft]/field-step';
import { leaveParties, remove } from '@/app/[locale]/(justice)/claims/[draft]/party-actions';
import { type PartyStep, typedName } from '@/app/[locale]/(justice)/claims/[draft]/party-words';
import { StepForm } from '@/app/[locale]/(justice)/claims/[draft]/step-form';
import { StepPage } from '@/app/[locale]/(justice)/claims/[draft]/step-page';
import { type From, fromOf, partyHref } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { Button, ButtonLink } from '@/app/ui/button';
import { PageForm } from '@/app/ui/page-form';
import { type PartyAnswers, partiesOf, stepErrors } from '@/lib/domain/claim';
import { roleOf } from '@/lib/web/draft-forms';
import { redirect } from '@/lib/web/navigation';

/** The plaintiffs or the defendants of a draft; where there is none yet, the page of the first one. */
export async function PartiesPage({ step, params, searchParams }: StepProps & { step: PartyStep }) {
  const [{ draft: reference }, query] = await Promise.all([params, searchParams]);
  const { draft } = await openClaim(reference);
  const [t, locale, from] = [await getTranslations(`claim.${step}`), await getLocale(), fromOf(query)];
  const parties = partiesOf(draft.answers, roleOf(step));
  const another = partyHref(reference, step, 'new', from);
  if (parties.length === 0) redirect({ href: another, locale });
  const incomplete = stepErrors(draft.answers, step).map(({ party }) => party);
  return (
    <StepPage draft={reference} step={step} title={t('title')}>
      <p>{t('intro')}</p>
      <ul className="mb-8">
        {parties.map((party) => (
          <PartyCard
            key={party.id}
            {...{ draft: reference, step, party, from, unnamed: t('unnamed') }}
            incomplete={incomplete.includes(party.id)}
          />
        ))}
      </ul>
      <ButtonLink href={another} look="secondary" prefetch={false}>
        {t('add')}
      </ButtonLink>
      <StepForm action={leaveParties} draft={reference} step={step} from={from} />
    </StepPage>
  );
}

type CardProps = {
  draft: string;
  step: PartyStep;
  party: PartyAnswers;
  from: From;
  unnamed: string;
  incomplete: boolean;
};

async function PartyCard({ draft, step, party, from, unnamed, incomplete }: CardProps) {
  const t = await getTranslations('claim.party');
  const name = typedName(party) || unnamed;
  return (
    <li id={`party-${party.id}`} className="mb-4 rounded border border-grey-40 p-4">
      <h2 className="mt-0! mb-1! text-xl!">{name}</h2>
      {party.kind && <p>{t(party.kind === 'person' ? 'kinds.person' : 'kinds.organisation')}</p>}
      {incomplete && <p className="font-semibold text-alert">{t('incomplete')}</p>}
      <div className="flex flex-col gap-3 sm:flex-row">
        <ButtonLink
          href={partyHref(draft, step, party.id, from)}
          look="secondary"
          aria-label={t('changeOf', { name })}
        >
          {t('change')}
        </ButtonLink>
        <PageForm action={remove}>
          {Object.entries({ draft, step, party: party.id, from: from ?? '' }).map(([field, value]) => (
            <input key={field} type="hidden" name={field} value={value} />
          ))}
          <Button look="danger" aria-label={t('removeOf', { name })}>
            {t('remove')}
          </Button>
        </PageForm>
      </div>
    </li>
  );
}
