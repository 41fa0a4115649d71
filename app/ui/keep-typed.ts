'use server';

import { headers } from 'next/headers';
import { keepValues } from '@/lib/web/kept';
import { isFromOurPages } from '@/lib/web/origin';
import { currentOwner } from '@/lib/web/session';
import { typedValues } from '@/lib/web/typed';

/** Keeps what is typed, but for passwords, for the page at `path` in the other language. */
export async function keepTyped(path: string, formData: FormData): Promise<void> {
  if (!isFromOurPages(await headers())) return;
  if (typeof path === 'string' && /^\/(en|fr)(\/|$)/.test(path))
    await keepValues(path, typedValues(formData), await currentOwner());
}
