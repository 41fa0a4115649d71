import { getLocale } from 'next-intl/server';
import { courtDay } from '@/lib/domain/court/calendar';
import { courtNow } from '@/lib/services/clock';
import { shownNatures } from '@/lib/web/live/court-facts';

type Words = {
  /** The natures that can be chosen today, to be offered in a form. */
  options: { value: string; label: string }[];
  /** Of any nature that there is today, also of one out of use. */
  wordsOf: (id: string) => string | undefined;
};

/** The natures of a claim as they are today, in the reader's language. */
export async function naturesToday(): Promise<Words> {
  const [natures, locale] = [await shownNatures(courtDay(courtNow())), await getLocale()];
  const options = natures.filter(({ inUse }) => inUse).map((one) => ({ value: one.id, label: one[locale] }));
  return { options, wordsOf: (id) => natures.find((one) => one.id === id)?.[locale] };
}
