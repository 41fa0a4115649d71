import { getTranslations } from 'next-intl/server';
import { type FieldError, isOneOf, tidy } from '@/lib/domain/text';
import { type Catalogue, type ErrorKey, en } from '@/lib/messages/catalogue';

/** What the message for a whole form tells, if it does. */
export type Told = {
  /** Until the next try. */
  minutes?: number;
  /** The ONE-key ID of who has a piece of work; null for nobody. */
  holder?: string | null;
};

/** Errors in the reader's language. */
export type Words = {
  error: (key: ErrorKey, told?: Told) => string;
  /** @param sent the field's text, whose length is told if it is too long */
  field: (name: string, error: FieldError, sent?: string) => string;
};

const named = Object.keys(en.fieldName) as (keyof Catalogue['fieldName'])[];

/** The words of errors for the current request. */
export async function errorWords(): Promise<Words> {
  const [t, names] = await Promise.all([getTranslations('errors'), getTranslations('fieldName')]);
  return {
    error: (key, { minutes = 0, holder } = {}) =>
      t(key, { minutes, n: '', holder: holder ?? '', isTaken: holder ? 'yes' : 'no' }),
    field: (name, error, sent = '') => {
      // The three security questions are told apart by the figure at the end of their fields' names.
      const n = /\d$/.exec(name)?.[0] ?? '';
      if (typeof error === 'string') return t(error, { minutes: 0, n, holder: '', isTaken: 'no' });
      const field = names(isOneOf(named, name) ? name : 'other');
      return t(error.key, { field, most: error.most, length: tidy(sent).length });
    },
  };
}
