import { getLocale, getTranslations } from 'next-intl/server';
import { Alert } from '@/app/ui/display/alert';
import { RadioGroup } from '@/app/ui/form/choices';
import { QueryForm } from '@/app/ui/form/form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { PlainButtonLink } from '@/app/ui/links/plain-link';
import { formatDollars } from '@/lib/domain/claim/amounts';
import {
  PLACE_QUESTIONS,
  type PlaceAnswers,
  placeAdvice,
  placeAnswers,
} from '@/lib/domain/claim/right-place';
import { courtDay } from '@/lib/domain/court/calendar';
import { courtNow } from '@/lib/services/clock';
import { shownLimits } from '@/lib/web/live/court-facts';

export const generateMetadata = pageTitle('rightPlace');

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Four questions before anybody signs up. The answers stand in the address alone, and nothing is stored. */
export default async function RightPlacePage({ searchParams }: Props) {
  const [t, locale, query] = [await getTranslations('rightPlace'), await getLocale(), await searchParams];
  const { smallClaims } = await shownLimits(courtDay(courtNow()));
  const limit = formatDollars(smallClaims, locale);
  const answers = placeAnswers(query);
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="max-w-text">{t('intro')}</p>
      <Advice answers={answers} limit={limit} />
      <QueryForm values={answers}>
        <RadioGroup
          name="amount"
          label={t('amount.question')}
          hint={t('amount.hint')}
          options={PLACE_QUESTIONS.amount.map((value) => ({ value, label: t(`amount.${value}`, { limit }) }))}
        />
        <RadioGroup
          name="office"
          label={t('office.question')}
          options={PLACE_QUESTIONS.office.map((value) => ({ value, label: t(`office.${value}`) }))}
        />
        <RadioGroup
          name="matter"
          label={t('matter.question')}
          options={PLACE_QUESTIONS.matter.map((value) => ({ value, label: t(`matter.${value}`) }))}
        />
        <RadioGroup
          name="begun"
          label={t('begun.question')}
          options={PLACE_QUESTIONS.begun.map((value) => ({ value, label: t(`begun.${value}`) }))}
        />
        <ButtonRow>
          <Button>{t('tell')}</Button>
        </ButtonRow>
      </QueryForm>
    </>
  );
}

/** What the answers mean, once all four are given. */
async function Advice({ answers, limit }: { answers: PlaceAnswers; limit: string }) {
  const t = await getTranslations('rightPlace');
  const given = Object.keys(answers).length;
  if (given === 0) return null;
  if (given < Object.keys(PLACE_QUESTIONS).length)
    return (
      <Alert look="warning">
        <p>{t('unanswered')}</p>
      </Alert>
    );
  const called = placeAdvice(answers);
  return (
    <section aria-labelledby="answer">
      <h2 id="answer">{t('answer')}</h2>
      {called.length === 0 && (
        <Alert look="success">
          <p>{t('right')}</p>
        </Alert>
      )}
      {called.map((advice) => (
        <Alert key={advice} look="warning" heading={t(`advice.${advice}.heading`, { limit })}>
          <p>{t(`advice.${advice}.words`, { limit })}</p>
        </Alert>
      ))}
      <p>{t('yourChoice')}</p>
      <p className="my-6">
        <PlainButtonLink href="/sign-in" look="start">
          {t('goOn')}
        </PlainButtonLink>
      </p>
    </section>
  );
}
