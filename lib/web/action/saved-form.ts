import { z } from 'zod';
import { encryptedCookie } from '@/lib/web/cookies/cookie';

/**
 * The values of a form that could not be sent, because the session had ended or the language was switched.
 * The cookie holds one form at a time, until its page is next sent. The values never include passwords and
 * codes. A form that was filled in within a session comes back only to its owner: the next person at a shared
 * computer does not see it.
 */
const cookie = encryptedCookie(
  'saved-form',
  z.object({
    path: z.string(),
    values: z.record(z.string(), z.string()),
    owner: z.string().nullable(),
  }),
  24 * 60 * 60,
);

/** The values that may outlast a session. Answers to security questions and one-time codes may not. */
export function withoutSecrets(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => !/^(answer\d|code|firstHalf|secondHalf)$/.test(name)),
  );
}

/**
 * Saves the values of the form at `path`, a localized path without query. A form that is too long for a
 * cookie is not saved.
 * @param owner the person in whose session the form was filled in; null for a visitor
 */
export async function saveForm(
  path: string,
  values: Record<string, string>,
  owner: string | null,
): Promise<void> {
  await cookie.set({ path, values, owner });
}

/** The saved values for the page at `path` and for `owner` (null for a visitor), or none. */
export async function savedForm(path: string, owner: string | null): Promise<Record<string, string>> {
  const saved = await cookie.get();
  return saved?.path === path && saved.owner === owner ? saved.values : {};
}

/** Deletes the saved values for the page at `path`, because its form has been sent. */
export async function forgetSavedForm(path: string): Promise<void> {
  if ((await cookie.get())?.path === path) await cookie.clear();
}
