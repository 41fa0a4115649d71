import { expect, it } from 'vitest';
import { en, fr } from '@/lib/messages/catalogue';
import { leaves } from '@/lib/testing/messages/leaves';

const english = new Map(leaves(en));
const french = new Map(leaves(fr));

/** What a text takes: its arguments and its tags. */
const holes = (text: string) => [...new Set(text.match(/\{\w+[},]|<\w+>/g))].sort();

it('has every text in both languages, none empty', () => {
  expect([...french.keys()]).toEqual([...english.keys()]);
  for (const text of [...english.values(), ...french.values()]) expect(text.trim()).not.toBe('');
});

it('takes the same arguments and tags in both languages', () => {
  for (const [path, text] of english) expect(holes(french.get(path) ?? ''), path).toEqual(holes(text));
});

it('is French in French: its own words, no space before ; ? ! and a no-break space before : and inside « », as in Canada', () => {
  const prose = (text: string) => (text.match(/\p{L}{2,}/gu) ?? []).length > 4 && !/ \/ |plural/.test(text);
  const same = [...english].filter(([path, text]) => text === french.get(path) && prose(text));
  expect(same).toEqual([]);
  const wrong = [...french].filter(([, text]) =>
    /\s[?!;](\s|$)|[a-zà-ÿ)»] ?:(\s|$)|« \S|\S »|«\S|\S»/iu.test(text.replace(/<[^>]+>/g, '')),
  );
  expect(wrong.filter(([, text]) => !/^https?:/.test(text))).toEqual([]);
});

it('has nothing to fill in where the browser itself says it: it has no parser for messages (next.config.ts)', () => {
  for (const [path, text] of [...english, ...french].filter(([path]) => path.startsWith('failed.')))
    expect(text, path).not.toMatch(/['{}<#|]/);
});
