import { NotFound } from '@/lib/data/access/errors';
import { findProfile } from '@/lib/data/account/profiles';
import { listDocuments } from '@/lib/data/claim/documents/documents';
import { getDraft } from '@/lib/data/claim/drafts';
import type { UserActor } from '@/lib/domain/access/access';
import { certifiedContentHash } from '@/lib/domain/claim/certified-content';

/** The hash that the review page of a draft holds now; '' once it is submitted. */
export async function certifiedContentSeen(filer: UserActor, reference: string): Promise<string> {
  try {
    const { answers, paper } = await getDraft(filer, reference);
    const ready = (await listDocuments(filer, reference)).filter(({ state }) => state === 'ready');
    const contact = paper?.contact ?? (await getProfile(filer)).contact;
    return certifiedContentHash({ answers, contact, documents: ready });
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
