import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { closeAccount } from '@/lib/data/account/account-closing';
import { searchUsers } from '@/lib/data/account/desk/user-search';
import { renewUserTexts, saveUserText } from '@/lib/data/account/desk/user-texts';
import { db } from '@/lib/data/db/db';
import { profiles, users, userTexts } from '@/lib/data/db/schema/account';
import { type Role, roles, type UserActor } from '@/lib/domain/access/access';
import type { Contact } from '@/lib/domain/contact/contact';
import { now, register } from '@/lib/testing/account/accounts';
import { letter } from '@/lib/testing/account/letters';
import { contact, newPerson } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';

eachDatabase('search of users', () => {
  let administrator: UserActor;
  beforeAll(async () => {
    administrator = await newPerson('administrator');
  });
  const find = async (typed: string, role?: Role) =>
    (await searchUsers(administrator, { typed, role, page: 1 })).rows.map(({ id }) => id);

  async function known(oneKeyId: string, given: Partial<Contact>): Promise<string> {
    const { userId } = await register({ oneKeyId });
    await db()
      .insert(profiles)
      .values({ userId, contact: { ...contact, ...given }, updatedAt: now });
    await saveUserText(db(), userId);
    return userId;
  }

  it.each([
    ['Siobhán', 'O’Connor', ['O’Connor', "o'connor", 'OCONNOR siobhan', 'O Connor, Siobhan', 'connor']],
    ['Jean-Pierre', 'Lévesque', ['jean pierre', 'levesque JEANPIERRE', 'Lévesque, Jean-Pierre']],
    ['Łukasz', 'Żółć', ['zolc lukasz']],
    ['小明', '王', ['王小明', 'wang xiaoming']],
  ])('finds %s %s as people write it', async (firstName, lastName, all) => {
    const id = await known(`someone-${all.length}-${lastName.length}`, { firstName, lastName, email: '' });
    for (const typed of all) expect(await find(typed), typed).toEqual([id]);
  });

  it('finds a person by parts of the ID and the firm, and by an e-mail address in full, however written', async () => {
    const email = 'Quilla_7@Exämple.org';
    const id = await known('Q.Vandermeer-77', { firm: 'Brennan & Ålesund LLP', email });
    for (const typed of [
      'q.vandermeer-77',
      'VANDER',
      'meer-77',
      'alesund brennan',
      'quilla_7@exämple.org',
      'QUILLA_7@xn--exmple-cua.org vandermeer',
    ])
      expect(await find(typed), typed).toEqual([id]);
    for (const typed of ['quillaX7@exämple.org', 'illa_7@exämple.org', 'v%meer', 'brennan tremblay-x'])
      expect(await find(typed), typed).toEqual([]);
    await expect(find('&%')).rejects.toThrow(new Refused('searchWithoutWords'));
  });

  it('keeps to a role, with or without words', async () => {
    const { userId } = await register({ oneKeyId: 'rolled-one', role: 'registrar' });
    expect(await find('rolled', 'registrar')).toEqual([userId]);
    expect(await find('rolled', 'clerk')).toEqual([]);
    expect(await find('', 'registrar')).toEqual([userId]);
  });

  it('finds who was stored without texts once they are folded', async () => {
    const { userId } = await newPerson();
    const [row] = await db().select().from(users).where(eq(users.id, userId));
    expect(await find(row?.oneKeyId ?? '')).toEqual([]);
    while ((await renewUserTexts(2)) > 0);
    expect(await find(row?.oneKeyId ?? '')).toEqual([userId]);
  });

  it('forgets the name and the addresses of an account that its owner closed', async () => {
    const oneKeyId = 'closing-zebedee';
    const id = await known(oneKeyId, { lastName: 'Zebedeeson', email: 'zeb@example.org' });
    expect(await find('zebedeeson')).toEqual([id]);
    const actor = { kind: 'user', userId: id, role: 'filer', sessionId: id } as const;
    await closeAccount(actor, 'seven green boats at noon', letter('closed'), now);
    expect(await find('zebedeeson')).toEqual([]);
    expect(await find('zeb@example.org')).toEqual([]);
    expect(await find(oneKeyId)).toEqual([id]);
    const [text] = await db().select().from(userTexts).where(eq(userTexts.userId, id));
    expect(text?.search).not.toMatch(/zebedeeson|example/);
  });

  it('lists people in the order of a column, and who has nothing there last either way', async () => {
    const locked = await newPerson('clerk');
    await db().update(users).set({ lockedAt: now }).where(eq(users.id, locked.userId));
    for (const descending of [false, true]) {
      const sort = { by: 'lock', descending } as const;
      const [first] = (await searchUsers(administrator, { typed: '', page: 1, sort })).rows;
      expect(first?.lockedAt ?? first?.closedAt).not.toBeNull();
    }
    const sort = { by: 'role', descending: true } as const;
    const { rows } = await searchUsers(administrator, { typed: '', page: 1, sort });
    const found = rows.map(({ role }) => role);
    expect(found).toEqual([...found].sort().reverse());
    expect(new Set(found).size).toBeGreaterThan(1);
  });

  it('does not exist for anyone but administrators', async () => {
    for (const role of roles.filter((one) => one !== 'administrator'))
      await expect(searchUsers(await newPerson(role), { typed: '', page: 1 })).rejects.toThrow(NotFound);
    await expect(searchUsers({ kind: 'anonymous' }, { typed: '', page: 1 })).rejects.toThrow(NotFound);
  });
});
