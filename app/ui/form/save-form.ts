'use server';

import { headers } from 'next/headers';
import { formValues } from '@/lib/web/action/form-values';
import { saveForm } from '@/lib/web/action/saved-form';
import { isFromOurPages } from '@/lib/web/http/origin';
import { localeOfPath, pathInOther } from '@/lib/web/routes/other-language';
import { currentOwner } from '@/lib/web/session/session';

/**
 * Saves the values of a form, except passwords, for the same page in the other language.
 * @param path of the page, with its language
 */
export async function saveFormInLanguage(path: string, formData: FormData): Promise<void> {
  if (!isFromOurPages(await headers())) return;
  if (!(formData instanceof FormData) || typeof path !== 'string') return;
  const locale = localeOfPath(path);
  if (locale) await saveForm(pathInOther(path, locale), formValues(formData), await currentOwner());
}
