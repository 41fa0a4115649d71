'use server';

import { errorWords } from '@/lib/web/action/error-words';
import { formValues } from '@/lib/web/action/form-values';
import type { FormState } from '@/lib/web/action/outcome';

/** Refuses every field of the gallery, so that each is seen with its message. It reads and stores nothing. */
export async function refuseAll(_: FormState, formData: FormData): Promise<FormState> {
  const words = await errorWords();
  const fields = {
    lastName: words.error('enterLastName'),
    kind: words.error('chooseContactKind'),
    country: words.error('chooseCountry'),
    password: words.error('enterPassword'),
    notes: words.error('enterAddress'),
    agree: words.error('acceptTerms'),
  };
  return { fields, values: formValues(formData) };
}
