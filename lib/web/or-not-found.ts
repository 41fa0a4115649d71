import { notFound } from 'next/navigation';
import { NotFound } from '@/lib/data/errors';

/** What a page shows; the page that says so where the data knows nothing of it, or not for this person. */
export async function orNotFound<T>(asked: Promise<T>): Promise<T> {
  return asked.catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
}
