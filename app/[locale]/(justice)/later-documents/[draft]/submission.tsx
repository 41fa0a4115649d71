import { randomUUID } from 'node:crypto';
import { getLocale, getTranslations } from 'next-intl/server';
import { submit } from '@/app/[locale]/(justice)/later-documents/[draft]/actions';
import { ServiceFields } from '@/app/[locale]/(justice)/later-documents/[draft]/service-fields';
import { Alert } from '@/app/ui/display/alert';
import { Checkbox, RadioGroup } from '@/app/ui/form/choices';
import { PageForm } from '@/app/ui/form/page-form';
import { Button } from '@/app/ui/layout/button';
import type { Later } from '@/lib/data/claim/later/later-drafts';
import { isServiceKind, LATE_GROUNDS } from '@/lib/domain/claim/later/later';
import { partyName } from '@/lib/domain/claim/party';
import { courtDay } from '@/lib/domain/court/calendar';
import { formatDate } from '@/lib/domain/court/dates';
import type { IsoDate } from '@/lib/domain/court/day';
import type { filedKinds } from '@/lib/domain/filing/deadline';
import { courtNow } from '@/lib/services/clock';

/** The date that the document would bear, and whether that is after its time. */
export type LaterPromise = ReturnType<typeof filedKinds> & { on: IsoDate };

type Props = {
  later: Later;
  promise: LaterPromise;
  email: string;
  /** The hash of the content that the page shows. */
  seen: string;
  /** What had changed when the person just submitted: `date` or `content`. */
  changed: string | string[] | undefined;
};

/** What is stated of the document, the date that it will bear, the certification, and Submit. */
export async function Submission({ later, promise, email, seen, changed }: Props) {
  const { draft, kind, opening } = later;
  const [t, review, locale] = [
    await getTranslations('later'),
    await getTranslations('claim.review'),
    await getLocale(),
  ];
  const { on: promised, isLate } = promise;
  const date = formatDate(promised, locale);
  const grounds = LATE_GROUNDS.map((value) => ({ value, label: t(`grounds.${value}`) }));
  return (
    <>
      {(changed === 'date' || changed === 'content') && (
        <div role="alert">
          <Alert look="warning" heading={review(`${changed}ChangedHeading`)}>
            <p>{t(`${changed}Changed`, { date })}</p>
          </Alert>
        </div>
      )}
      <PageForm action={submit} key={`${promised} ${seen}`}>
        <input type="hidden" name="draft" value={draft.reference} />
        <input type="hidden" name="key" value={randomUUID()} />
        <input type="hidden" name="promised" value={promised} />
        <input type="hidden" name="seen" value={seen} />
        {isServiceKind(kind) && <ServiceFields names={opening.claim.defendants.map(partyName)} />}
        {isLate && <RadioGroup name="lateGround" label={t('lateGround')} options={grounds} />}
        <h2>{t('dateHeading')}</h2>
        <p className="font-semibold">
          {t(promised === courtDay(courtNow()) ? 'dateToday' : 'dateLater', { date })}
        </p>
        <p>{t('dateWhy')}</p>
        <h2>{review('certifyHeading')}</h2>
        <p>{t('certifyIntro')}</p>
        <ul>
          <li>{t('certifyTruth')}</li>
          <li>{t('certifyOriginal')}</li>
          <li>{t('certifyEmail', { email })}</li>
        </ul>
        <Checkbox name="certify" need="required" label={t('certify')} />
        <Button look="start">{t('submit')}</Button>
      </PageForm>
    </>
  );
}
