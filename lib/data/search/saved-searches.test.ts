import { beforeAll, expect, it } from 'vitest';
import { NotFound, Refused } from '@/lib/data/access/errors';
import {
  deleteSearch,
  getSavedSearch,
  listSavedSearches,
  saveSearch,
} from '@/lib/data/search/saved-searches';
import type { UserActor } from '@/lib/domain/access/access';
import { filingTerms } from '@/lib/domain/filing/search-form';
import { newPerson } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';

const terms = filingTerms.parse({ typed: 'O’Connor', court: 'barrie' });

eachDatabase('saved searches', () => {
  let clerk: UserActor;
  let other: UserActor;
  beforeAll(async () => {
    [clerk, other] = [await newPerson('clerk'), await newPerson('registrar')];
  });

  it('are kept by name, one of each, for their person alone', async () => {
    const id = await saveSearch(clerk, 'Mine', terms);
    expect(await saveSearch(clerk, 'Mine', { ...terms, typed: 'Vale' })).toBe(id);
    await saveSearch(other, 'Mine', terms);
    expect(await listSavedSearches(clerk)).toEqual([{ id, name: 'Mine' }]);
    expect((await getSavedSearch(clerk, id)).terms).toEqual({ ...terms, typed: 'Vale' });
    await expect(getSavedSearch(other, id)).rejects.toThrow(NotFound);
    await expect(deleteSearch(other, id)).rejects.toThrow(NotFound);
    await deleteSearch(clerk, id);
    expect(await listSavedSearches(clerk)).toEqual([]);
  });

  it('are fifty at the most', async () => {
    for (let n = 0; n < 50; n += 1) await saveSearch(clerk, `Search ${n}`, terms);
    await expect(saveSearch(clerk, 'One more', terms)).rejects.toThrow(new Refused('tooManySearches'));
    await saveSearch(clerk, 'Search 7', { ...terms, typed: '' });
  });

  it('do not exist for filers', async () => {
    await expect(saveSearch(await newPerson(), 'Mine', terms)).rejects.toThrow(NotFound);
    await expect(listSavedSearches(await newPerson())).rejects.toThrow(NotFound);
  });
});
