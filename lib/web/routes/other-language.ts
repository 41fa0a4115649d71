import { type Locale, locales, paths } from '@/lib/web/routes/paths';

/** The parts of a page's path in each language, without the language. */
const patterns = Object.values(paths).map((path: string | Record<Locale, string>) => {
  const own = typeof path === 'string' ? { en: path, fr: path } : path;
  return { en: own.en.split('/'), fr: own.fr.split('/') };
});

const isParameter = (part: string) => part.startsWith('[');

/** The parameters with which a pattern becomes a path, or undefined. */
function parametersOf(pattern: string[], parts: string[]): Record<string, string> | undefined {
  if (pattern.length !== parts.length) return undefined;
  const found: Record<string, string> = {};
  for (const [at, part] of pattern.entries()) {
    const given = parts[at] ?? '';
    if (isParameter(part)) found[part] = given;
    else if (part !== given) return undefined;
  }
  return found;
}

/** The language of a path, its first part; undefined of what is no path of a page. */
export const localeOfPath = (path: string): Locale | undefined =>
  locales.find((one) => path.split('/')[1] === one);

export const otherThan = (locale: Locale): Locale => (locale === 'en' ? 'fr' : 'en');

/**
 * The path of a page in the other language.
 * @param path with its language, without query
 */
export function pathInOther(path: string, from: Locale): string {
  const to = otherThan(from);
  const parts = path.slice(from.length + 1).split('/');
  if (parts.length === 1) return `/${to}`;
  // A page whose path is given whole comes before one with a parameter in the same place.
  for (const mayHaveParameters of [false, true])
    for (const pattern of patterns) {
      const given = parametersOf(pattern[from], parts);
      if (!given || (Object.keys(given).length > 0 && !mayHaveParameters)) continue;
      return `/${to}${pattern[to].map((part) => given[part] ?? part).join('/')}`;
    }
  return `/${to}${parts.join('/')}`;
}
