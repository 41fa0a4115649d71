import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en, fr } from '@/lib/messages/catalogue';
import { leaves } from '@/lib/testing/messages/leaves';

type Row = { english: string; french: string[]; never: string[] };

const terms = (cell: string) =>
  cell
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

/** The glossary of docs/french.md. */
const rows: Row[] = readFileSync('docs/french.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| (?!English|-)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, english = '', french = '', never = '']) => ({
    english,
    french: terms(french),
    never: terms(never),
  }));

/** Without the names of what is filled in. */
const english = new Map(leaves(en).map(([path, text]) => [path, text.replace(/\{\w+\}/g, '')]));
const french = new Map(leaves(fr));

/** A term in any of its forms: each word by its stem, the spaces of any kind. */
function forms(term: string): RegExp {
  const stems = term.split(' ').map((word) => {
    const stem = word.length > 6 ? word.slice(0, -3) : word;
    return `${stem.replace(/[^\p{L}\p{N}-]/gu, '.')}\\p{L}*`;
  });
  return new RegExp(`(?<![\\p{L}-])${stems.join('[\\s\u00a0]')}`, 'iu');
}

it('has a glossary', () => {
  expect(rows.length).toBeGreaterThan(20);
});

describe.each(rows)('$english', ({ english: word, french: allowed, never }) => {
  it('wherever the English says so', () => {
    const missing = [...english]
      .filter(([, text]) => new RegExp(`\\b${word}s?\\b`, 'i').test(text))
      .filter(([path]) => !allowed.some((term) => forms(term).test(french.get(path) ?? '')));
    expect(
      missing.map(([path, text]) => `${path}: ${text.slice(0, 90)} = ${french.get(path)?.slice(0, 120)}`),
    ).toEqual([]);
  });

  it.each(never)('never %s', (wrong) => {
    const found = [...french].filter(([, text]) =>
      new RegExp(`(?<!\\p{L})${wrong}(?!\\p{L})`, 'iu').test(text),
    );
    expect(found).toEqual([]);
  });
});
