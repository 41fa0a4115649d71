import { notFound } from 'next/navigation';
import { NotFound } from '@/lib/data/access/errors';
import { noteRefusal } from '@/lib/web/action/refusals';
import { currentActor, currentPath } from '@/lib/web/session/session';

/**
 * Waits for the data of a page. If the data does not exist, or not for this person, the not-found page is
 * shown.
 */
export async function orNotFound<T>(asked: Promise<T>): Promise<T> {
  return asked.catch(refuse);
}

/** Shows this person the not-found page, and records the refusal in the audit log. @throws any other error */
export async function refuse(error: unknown): Promise<never> {
  if (!(error instanceof NotFound)) throw error;
  await noteRefusal(await currentActor(), 'open page', { path: await currentPath(), why: error.what });
  notFound();
}
