import { expect, it } from 'vitest';
import { pathInOther } from '@/lib/web/routes/other-language';
import { paths } from '@/lib/web/routes/paths';

const filled = (path: string) => path.replace(/\[(\w+)\]/g, 'X-$1').replace(/^\/$/, '');
const pages = Object.values(paths).map((path: string | { en: string; fr: string }) => {
  const own = typeof path === 'string' ? { en: path, fr: path } : path;
  return { en: `/en${filled(own.en)}`, fr: `/fr${filled(own.fr)}` };
});

it('leads from each page to the same in the other language, and back', () => {
  expect(pages.length).toBeGreaterThan(60);
  for (const { en, fr } of pages) {
    expect(pathInOther(en, 'en')).toBe(fr);
    expect(pathInOther(fr, 'fr')).toBe(en);
  }
});

it('keeps the path of what is no page', () => {
  expect(pathInOther('/fr/nulle-part/1', 'fr')).toBe('/en/nulle-part/1');
});
