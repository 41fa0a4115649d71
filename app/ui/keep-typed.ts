'use server';

import { keepValues, typedValues } from '@/lib/web/kept';
import { currentOwner } from '@/lib/web/session';

/** Keeps what is typed, but for passwords, for the page at `path` in the other language. */
export async function keepTyped(path: string, formData: FormData): Promise<void> {
  if (typeof path === 'string' && /^\/(en|fr)(\/|$)/.test(path))
    await keepValues(path, typedValues(formData), await currentOwner());
}
