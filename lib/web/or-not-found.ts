import { notFound } from 'next/navigation';
import { NotFound } from '@/lib/data/errors';
import { noteRefusal } from '@/lib/web/refusals';
import { currentActor, currentPath } from '@/lib/web/session';

/** What a page shows; the page that says so where the data knows nothing of it, or not for this person. */
export async function orNotFound<T>(asked: Promise<T>): Promise<T> {
  return asked.catch(refuse);
}

/** The page does not exist for this person, which the audit log keeps. @throws what is no NotFound */
export async function refuse(error: unknown): Promise<never> {
  if (!(error instanceof NotFound)) throw error;
  await noteRefusal(await currentActor(), 'open page', { path: await currentPath(), why: error.what });
  notFound();
}
