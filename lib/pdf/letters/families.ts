import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Weights that the court draws. */
export type Weight = 400 | 700;

/** A font file that a package carries, by the path that Node resolves; `isVariable`: one file for all weights. */
export type FontFile = { path: string; isVariable: boolean };

/** A family of fonts that @fontsource cuts into files, or a single file for each weight. */
type Cut = { folder: string; only?: string; isVariable?: boolean };
type Family = Cut | Record<Weight, string>;

/** Latin, Greek, Cyrillic and Devanagari with every combining mark, which @fontsource cuts off. */
const noto: Family = {
  400: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  700: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
};

const mathFile = '@expo-google-fonts/noto-sans-math/400Regular/NotoSansMath_400Regular.ttf';
const math: Family = { 400: mathFile, 700: mathFile };

const variable = (name: string, only?: string): Cut => ({
  folder: `@fontsource-variable/noto-${name}`,
  isVariable: true,
  ...(only && { only }),
});
const fixed = (script: string, only: string): Cut => ({ folder: `@fontsource/noto-sans-${script}`, only });

/** The scripts that Unicode recommends for names, and of those in limited use the ones that @fontsource has; UAX 31, tables 5 and 7. */
const scripts = [
  ...['canadian-aboriginal', 'arabic', 'hebrew', 'armenian', 'georgian', 'ethiopic', 'bengali', 'gurmukhi'],
  ...['gujarati', 'oriya', 'tamil', 'telugu', 'kannada', 'malayalam', 'sinhala', 'thai', 'lao', 'khmer'],
  ...['myanmar', 'thaana', 'syriac', 'cherokee', 'adlam', 'balinese', 'javanese', 'lisu'],
].map((script) => variable(`sans-${script}`, script));
const fixedScripts = ['osage', 'mongolian', 'nko', 'tifinagh'].map((script) => fixed(script, script));

/** Families in the order in which they are asked for the letters of a text. */
export function familiesFor(text: string): Family[] {
  return [
    noto,
    variable('emoji'),
    ...scripts,
    variable('serif-tibetan', 'tibetan'),
    ...fixedScripts,
    ...hanFor(text).map((name) => variable(name)),
    variable('sans-symbols', 'symbols'),
    ...['symbols', 'math', 'braille'].map((part) => fixed('symbols-2', part)),
    math,
  ];
}

/** Chinese, Japanese and Korean write many characters differently. What stands beside them tells the language. */
function hanFor(text: string): string[] {
  const [sc, tc, hk, jp, kr] = ['sans-sc', 'sans-tc', 'sans-hk', 'sans-jp', 'sans-kr'] as const;
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return [jp, kr, tc, hk, sc];
  if (/\p{Script=Hangul}/u.test(text)) return [kr, jp, tc, hk, sc];
  if (/\p{Script=Bopomofo}/u.test(text)) return [tc, hk, jp, sc, kr];
  return [sc, tc, hk, jp, kr];
}

/** The files of a family that may have all letters of a cluster, each with these clusters. */
export function filesFor(family: Family, clusters: Iterable<string>, weight: Weight): [FontFile, string[]][] {
  if (!('folder' in family)) return [[{ path: family[weight], isVariable: false }, [...clusters]]];
  const files = new Map<Part, string[]>();
  for (const cluster of clusters) {
    const part = partsOf(family).find(({ has }) => visible(cluster).every(has));
    if (part) files.set(part, [...(files.get(part) ?? []), cluster]);
  }
  return [...files].map(([{ file }, found]) => [file, found]);
}

/** The code points of a cluster that need a glyph of their own. */
export function visible(cluster: string): number[] {
  return [...cluster]
    .filter((letter) => !/\p{Default_Ignorable_Code_Point}/u.test(letter))
    .map((letter) => letter.codePointAt(0) ?? 0);
}

/** A file, and which characters its package says it has. */
type Part = { file: FontFile; has: (code: number) => boolean };

const known = new Map<string, Part[]>();

/** A package's unicode.json says which file has which characters: `{ "arabic": "U+0600-06FF,U+200C", "[4]": "U+1F300" }`. */
function partsOf({ folder, only, isVariable = false }: Cut): Part[] {
  const key = `${folder} ${only}`;
  const parts = known.get(key) ?? readParts(folder, isVariable).filter(({ name }) => !only || name === only);
  known.set(key, parts);
  return parts;
}

function readParts(folder: string, isVariable: boolean): (Part & { name: string })[] {
  const table = JSON.parse(readFileSync(resolve(`${folder}/unicode.json`), 'utf8')) as Record<string, string>;
  const family = folder.slice(folder.indexOf('/') + 1);
  return Object.entries(table).map(([key, list]) => {
    const name = key.replace(/[[\]]/g, '');
    const ranges = list.split(',').map((range) => {
      const [from = '', to = from] = range.trim().replace('U+', '').split('-');
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
    });
    const path = `${folder}/files/${family}-${name}-${isVariable ? 'wght' : '400'}-normal.woff2`;
    const has = (code: number) => ranges.some(([from, to]) => from <= code && code <= to);
    return { name, file: { path, isVariable }, has };
  });
}

/** Where a package's file is. Fonts are part of the program, as code is, and only the PDF process reads them. */
export const resolve = (path: string): string => createRequire(import.meta.url).resolve(path);
