import { readdirSync, readFileSync } from 'node:fs';
import { paths } from '../../../lib/web/routes/paths';

export type Locale = 'en' | 'fr';
/** For a journey whose subject is not the words: one language, and both in the full tests. */
export const inOne = (locale: Locale): Locale[] => (process.env.TEST_EVERYTHING ? ['en', 'fr'] : [locale]);

/** The same for a journey that also goes without JavaScript: of two ways the one in that language, and both in the full tests. */
export const oneOf = (locale: Locale, ways: [Locale, boolean][]): [Locale, boolean][] =>
  ways.filter(([language]) => inOne(locale).includes(language));

type PathName = keyof typeof paths;

/** Every area's texts, as lib/messages/catalogue.ts puts them together. */
const messagesIn = (locale: Locale): unknown =>
  Object.assign(
    {},
    ...readdirSync(`lib/messages/${locale}`).map((area) =>
      JSON.parse(readFileSync(`lib/messages/${locale}/${area}`, 'utf8')),
    ),
  );
const messages = { en: messagesIn('en'), fr: messagesIn('fr') };

function lookUp(locale: Locale, key: string): string {
  let found: unknown = messages[locale];
  for (const part of key.split('.')) found = (found as Record<string, unknown> | undefined)?.[part];
  if (typeof found !== 'string') throw new Error(`no message ${key} in ${locale}`);
  return found;
}

/** Fills `[name]` or `{name}` in a pattern. */
const fill = (pattern: string, values: Record<string, string | number>, hole: RegExp) =>
  pattern.replace(hole, (_, name: string) => String(values[name] ?? ''));

/** The words of the pages in a language, by message key, without the tags of links; and `path`, their addresses. */
export function words(locale: Locale) {
  const t = (key: string, values: Record<string, string | number> = {}): string =>
    fill(lookUp(locale, key).replace(/<\/?\w+>/g, ''), values, /\{(\w+)\}/g);
  const path = (address: PathName, params: Record<string, string> = {}): string => {
    const entry: string | Record<Locale, string> = paths[address];
    const filled = fill(typeof entry === 'string' ? entry : entry[locale], params, /\[(\w+)\]/g);
    return filled === '/' ? `/${locale}` : `/${locale}${filled}`;
  };
  return Object.assign(t, { path });
}
