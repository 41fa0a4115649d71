import { getTranslations } from 'next-intl/server';

/** Reasons for which an upload can fail before the document is examined; the keys are under `errors`. */
const UPLOAD_ERRORS = [
  'uploadFailed',
  'uploadSignedOut',
  'sentFromElsewhere',
  'tooManyTries',
  'fileTooLarge',
  'fileEmpty',
  'tooManyFiles',
  'draftsFull',
  'chooseFile',
] as const;

/** The messages of failed uploads, by their keys. */
export async function uploadMessages(): Promise<Record<string, string>> {
  const errors = await getTranslations('errors');
  return Object.fromEntries(UPLOAD_ERRORS.map((key) => [key, errors(key)]));
}

/** Why a file sent without JavaScript was not taken, by the key in the page's address. */
export function problemOf(
  messages: Record<string, string>,
  refused: string | string[] | undefined,
): string | undefined {
  return typeof refused === 'string' ? (messages[refused] ?? messages.uploadFailed) : undefined;
}
