import { randomUUID } from 'node:crypto';
import { getLocale, getTranslations } from 'next-intl/server';
import { submit } from '@/app/[locale]/(justice)/claims/[draft]/review/actions';
import { stepHref } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { DateOfClaim } from '@/app/[locale]/date-promise';
import { Alert } from '@/app/ui/alert';
import { Button, ButtonLink, ButtonRow } from '@/app/ui/button';
import { Checkbox } from '@/app/ui/choices';
import { PageForm } from '@/app/ui/page-form';
import { getCalendar } from '@/lib/data/calendar';
import { COURT_ZONE, courtDay, issueOn } from '@/lib/domain/calendar';
import type { Court } from '@/lib/domain/court';
import { formatDate } from '@/lib/domain/dates';
import { issueFee } from '@/lib/domain/fee';
import { courtNow } from '@/lib/services/clock';

/** What can have changed between the page and its Submit: then it is certified anew. */
export const CHANGES = ['date', 'content'] as const;

/** What is certified by submitting, the court's fee, the date that is promised, and Submit. */
export async function Certification({
  draft,
  email,
  court,
  seen,
  changed,
}: {
  draft: string;
  email: string;
  court: Court | undefined;
  /** The hash of what the page shows. */
  seen: string;
  /** What the person just submitted under, and no longer holds. */
  changed: (typeof CHANGES)[number] | undefined;
}) {
  const [t, where, common, locale] = [
    await getTranslations('claim.review'),
    await getTranslations('claim.court'),
    await getTranslations('common'),
    await getLocale(),
  ];
  const promised = issueOn(courtNow(), await getCalendar());
  const date = formatDate(promised, locale);
  return (
    <>
      <h2>{t('dateHeading')}</h2>
      <DateOfClaim />
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
      <Fee />
      <h2>{t('certifyHeading')}</h2>
      <p>{t('certifyIntro')}</p>
      <ul>
        <li>{t('certifyTruth')}</li>
        <li>{t('certifyPdf')}</li>
        <li>{t('certifyOriginal')}</li>
        <li>{t('certifyEmail', { email })}</li>
      </ul>
      <PageForm action={submit} key={`${promised} ${seen}`}>
        <input type="hidden" name="draft" value={draft} />
        <input type="hidden" name="key" value={randomUUID()} />
        <input type="hidden" name="promised" value={promised} />
        <input type="hidden" name="seen" value={seen} />
        <Checkbox name="certify" label={t('certify')} />
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
  const { dollars, since, indexed } = issueFee(today);
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
