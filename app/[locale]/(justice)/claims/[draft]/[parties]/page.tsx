import { getLocale, getTranslations } from 'next-intl/server';
import { leaveParties, remove } from '@/app/[locale]/(justice)/claims/[draft]/[parties]/actions';
import { openClaim } from '@/app/[locale]/(justice)/claims/[draft]/claim';
import { SeenBeforeRemoval, shownVersion } from '@/app/[locale]/(justice)/claims/[draft]/saving/seen-version';
import { StepForm, StepPage, type StepProps } from '@/app/[locale]/(justice)/claims/[draft]/step-page';
import { type From, fromOf, partyHref, partyStepOf } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import { ButtonLink } from '@/app/ui/layout/button-link';
import { pageTitle } from '@/app/ui/layout/page-title';
import type { Draft } from '@/lib/data/claim/drafts';
import { type PartyAnswers, type PartyStep, partiesOf, roleOf, stepErrors } from '@/lib/domain/claim/claim';
import { partyName } from '@/lib/domain/claim/party';
import { redirect } from '@/lib/web/routes/navigation';

type PartiesProps = {
  params: Promise<{ draft: string; parties: string }>;
  searchParams: StepProps['searchParams'];
};

export async function generateMetadata({ params }: PartiesProps) {
  return pageTitle(`claim.${partyStepOf((await params).parties)}`)();
}

/** The plaintiffs or the defendants of a draft. If there are none, the page of the first one. */
export default async function PartiesPage({ params, searchParams }: PartiesProps) {
  const [{ draft: reference, parties: path }, query] = await Promise.all([params, searchParams]);
  const step = partyStepOf(path);
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
            {...{ draft, step, party, from, unnamed: t('unnamed') }}
            incomplete={incomplete.includes(party.id)}
          />
        ))}
      </ul>
      <p className="mb-6">
        <ButtonLink href={another} look="secondary">
          {t('add')}
        </ButtonLink>
      </p>
      <StepForm action={leaveParties} draft={reference} step={step} from={from} />
    </StepPage>
  );
}

type CardProps = {
  draft: Draft;
  step: PartyStep;
  party: PartyAnswers;
  from: From;
  unnamed: string;
  incomplete: boolean;
};

async function PartyCard({ draft, step, party, from, unnamed, incomplete }: CardProps) {
  const t = await getTranslations('claim.party');
  const name = partyName(party) || unnamed;
  return (
    <li id={`party-${party.id}`} className="mb-4 rounded border border-line p-4">
      <h2 className="mt-0! mb-1! text-xl!">{name}</h2>
      {party.kind && <p>{t(party.kind === 'person' ? 'kinds.person' : 'kinds.organisation')}</p>}
      {incomplete && <p className="font-semibold text-alert">{t('incomplete')}</p>}
      <div className="flex flex-col gap-3 sm:flex-row">
        <ButtonLink
          href={partyHref(draft.reference, step, party.id, from)}
          look="secondary"
          aria-label={t('changeOf', { name })}
        >
          {t('change')}
        </ButtonLink>
        <PageForm action={remove} initial={shownVersion(draft)}>
          <SeenBeforeRemoval />
          {Object.entries({ draft: draft.reference, step, party: party.id, from: from ?? '' }).map(
            ([field, value]) => (
              <input key={field} type="hidden" name={field} value={value} />
            ),
          )}
          <Button look="danger" aria-label={t('removeOf', { name })}>
            {t('remove')}
          </Button>
        </PageForm>
      </div>
    </li>
  );
}
