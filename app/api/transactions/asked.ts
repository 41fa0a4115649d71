import { readPostedSearch } from '@/app/api/posted-search';
import type { UserActor } from '@/lib/domain/access/access';
import { type ListFilter, listFilter } from '@/lib/domain/filing/list-filter';
import type { Locale } from '@/lib/web/routes/paths';

export type Asked = { actor: UserActor; filter: ListFilter; locale: Locale };

/** What the form of Transactions asks for as a file, or the answer to whoever may not ask. */
export async function askedOf(request: Request): Promise<Asked | Response> {
  const asked = await readPostedSearch(request, '/transactions');
  if (asked instanceof Response) return asked;
  return { actor: asked.actor, filter: listFilter(asked.form), locale: asked.locale };
}
