import { listDocuments } from '@/lib/data/documents';
import { getDraft } from '@/lib/data/drafts';
import { NotFound } from '@/lib/data/errors';
import { findProfile } from '@/lib/data/profiles';
import type { UserActor } from '@/lib/domain/access';
import { contentHash } from '@/lib/domain/content';

/** The hash that the review page of a draft holds now; '' once it is submitted. */
export async function contentSeen(filer: UserActor, reference: string): Promise<string> {
  try {
    const { answers } = await getDraft(filer, reference);
    const ready = (await listDocuments(filer, reference)).filter(({ state }) => state === 'ready');
    const { contact } = await getProfile(filer);
    return contentHash({ answers, contact, documentIds: ready.map(({ id }) => id) });
  } catch (error) {
    if (error instanceof NotFound) return '';
    throw error;
  }
}

async function getProfile(filer: UserActor) {
  const profile = await findProfile(filer);
  if (!profile) throw new NotFound('profile');
  return profile;
}
