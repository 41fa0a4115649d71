import type { FieldError } from '@/lib/domain/text';
import type { ErrorKey } from '@/lib/messages/catalogue';
import type { Told } from '@/lib/web/action/error-words';
import type { SearchPage } from '@/lib/web/action/search-page';
import type { Href } from '@/lib/web/routes/navigation';

/**
 * What a form shows after it was sent: a message in the reader's language, and the values that were sent,
 * except passwords.
 */
export type FormState = {
  message?: string;
  fields: Record<string, string>;
  values: Record<string, string>;
  done?: true;
  searchPage?: SearchPage;
  /** A code that is shown once. */
  code?: string;
  changed?: Changed;
};

/**
 * What another page saved meanwhile, in words: when, and each field with both values, or what is saved alone. The form is sent again with
 * `version` by a person who has read this and keeps their own.
 */
export type Changed = {
  version: number;
  intro: string;
  rows: readonly { label: string; yours?: string; saved: string }[];
};

/** What came of a command, as its form tells it. */
export type Outcome =
  | { to: Href }
  | { backTo: string }
  | ({ message: ErrorKey } & Told)
  | { fields: Record<string, FieldError> }
  | { done: true; isEmptied?: true }
  | { searchPage: SearchPage }
  | { code: string }
  | { changed: Changed };

/** Sends the person to a page of this site. */
export const redirectTo = (to: Href): Outcome => ({ to });
/** Sends the person back to a localized path of this site, where their saved form waits. */
export const redirectBack = (backTo: string): Outcome => ({ backTo });
/** Refuses with a message for the whole form, or one for each named field. All are keys under `errors`. */
export const refuse = (why: ErrorKey | Record<string, FieldError>): Outcome =>
  typeof why === 'string' ? { message: why } : { fields: why };
/** Stays on the page and reports success. */
export const done = (): Outcome => ({ done: true });
/** The same for a form that adds one thing after the other: its fields are empty again. */
export const doneAndEmptied = (): Outcome => ({ done: true, isEmptied: true });
/** Stays on the page and shows a page of the search's results. */
export const showSearch = (searchPage: SearchPage): Outcome => ({ searchPage });
/** Stays on the page and shows a code, in this answer alone. */
export const showCode = (code: string): Outcome => ({ code });
/** Stays on the page, saves nothing, and shows what another page saved meanwhile. */
export const showChanges = (changed: Changed): Outcome => ({ changed });
