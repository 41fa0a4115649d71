'use server';

import { headers } from 'next/headers';
import { formValues } from '@/lib/web/action/form-values';
import { saveForm } from '@/lib/web/action/saved-form';
import { isFromOurPages } from '@/lib/web/http/origin';
import { currentOwner } from '@/lib/web/session/session';

/** Saves the values of a form, except passwords, for the page at `path` in the other language. */
export async function saveFormInLanguage(path: string, formData: FormData): Promise<void> {
  if (!isFromOurPages(await headers())) return;
  if (!(formData instanceof FormData)) return;
  if (typeof path === 'string' && /^\/(en|fr)(\/|$)/.test(path))
    await saveForm(path, formValues(formData), await currentOwner());
}
