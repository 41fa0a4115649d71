import { getLocale, getTranslations } from 'next-intl/server';
import type { Draft } from '@/lib/data/claim/drafts';
import { systemNow } from '@/lib/services/clock';
import { savedWords } from '@/lib/web/action/saved-words';

type Saved = Pick<Draft, 'updatedAt'>;

/** When the draft was saved last, in words. */
export async function savedNow({ updatedAt }: Saved): Promise<string> {
  return savedWords(await getTranslations('claim'), updatedAt, systemNow(), await getLocale());
}

/** When the draft was saved last, on a page that saves nothing by itself. */
export async function SavedAt({ draft }: { draft: Saved }) {
  return <p className="text-muted">{await savedNow(draft)}</p>;
}
