import { randomUUID } from 'node:crypto';
import { getLocale, getTranslations } from 'next-intl/server';
import { PaperCertification } from '@/app/[locale]/(justice)/claims/[draft]/paper-date';
import { submit } from '@/app/[locale]/(justice)/claims/[draft]/review/actions';
import { stepHref } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { IssuingStopped } from '@/app/[locale]/(justice)/issuing-stopped';
import { DateOfClaim } from '@/app/[locale]/date-promise';
import { Alert } from '@/app/ui/display/alert';
import { Checkbox } from '@/app/ui/form/choices';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { ButtonLink } from '@/app/ui/layout/button-link';
import type { Paper } from '@/lib/domain/claim/draft/paper';
import { courtDay, issueOn } from '@/lib/domain/court/calendar';
import type { Court } from '@/lib/domain/court/court';
import { formatDate } from '@/lib/domain/court/dates';
import { COURT_ZONE } from '@/lib/domain/court/day';
import { courtNow } from '@/lib/services/clock';
import { shownCalendar, shownFee } from '@/lib/web/live/court-facts';

/**
 * The parts that may change between showing the page and Submit. After a change the person certifies again.
 */
export const CHANGES = ['date', 'content'] as const;

/** The certification, the court's fee, the promised date, and Submit. */
export async function Certification({
  draft,
  email,
  court,
  seen,
  changed,
  paper,
}: {
  draft: string;
  email: string;
  court: Court | undefined;
  /** The hash of the content that the page shows. */
  seen: string;
  /** The part that had changed when the person just submitted. */
  changed: (typeof CHANGES)[number] | undefined;
  /** How the claim was handed in, if that was on paper. */
  paper: Paper | null;
}) {
  const [t, where, common, locale] = [
    await getTranslations('claim.review'),
    await getTranslations('claim.court'),
    await getTranslations('common'),
    await getLocale(),
  ];
  const receivedAt = paper ? new Date(paper.receivedAt) : courtNow();
  const promised = issueOn(receivedAt, await shownCalendar(court?.id));
  const date = formatDate(promised, locale);
  return (
    <>
      <h2>{t('dateHeading')}</h2>
      {paper ? <p className="font-bold">{date}</p> : <DateOfClaim office={court?.id} />}
      {court && court.zone !== COURT_ZONE && (
        <p>{where('torontoTime', { municipality: court.municipality })}</p>
      )}
      {changed && (
        <div role="alert">
          <Alert look="warning" heading={t(`${changed}ChangedHeading`)}>
            <p>{t(`${changed}Changed`, { date })}</p>
          </Alert>
        </div>
      )}
      <IssuingStopped />
      <Fee />
      <h2>{t('certifyHeading')}</h2>
      <p>{t('certifyIntro')}</p>
      {paper ? (
        <PaperCertification />
      ) : (
        <ul>
          <li>{t('certifyTruth')}</li>
          <li>{t('certifyPdf')}</li>
          <li>{t('certifyOriginal')}</li>
          <li>{t('certifyEmail', { email })}</li>
        </ul>
      )}
      <PageForm action={submit} key={`${promised} ${seen}`}>
        <input type="hidden" name="draft" value={draft} />
        <input type="hidden" name="key" value={randomUUID()} />
        <input type="hidden" name="promised" value={promised} />
        <input type="hidden" name="seen" value={seen} />
        <Checkbox name="certify" need="required" label={t('certify')} />
        <ButtonRow>
          <Button look="start">{t('submit')}</Button>
          <ButtonLink look="secondary" href={stepHref(draft, 'documents')}>
            {common('back')}
          </ButtonLink>
        </ButtonRow>
      </PageForm>
    </>
  );
}

/** The court's fee by law on the court's date, in the words of the service's home. */
async function Fee() {
  const [t, fee, locale] = [
    await getTranslations('claim.review'),
    await getTranslations('home.fee'),
    await getLocale(),
  ];
  const today = courtDay(courtNow());
  const { dollars, since, indexed } = await shownFee(today);
  const facts = { dollars, since: formatDate(since, locale), today: formatDate(today, locale) };
  return (
    <>
      <h2>{t('feeHeading')}</h2>
      <p>
        {fee(indexed ? 'indexed' : 'amount', facts)} {fee('notCollected')}
      </p>
    </>
  );
}
