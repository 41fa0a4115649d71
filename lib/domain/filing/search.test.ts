import { expect, it } from 'vitest';
import { foldWords } from '@/lib/domain/filing/fold';
import { fileNumberLine, searchText } from '@/lib/domain/filing/search';
import { claim } from '@/lib/testing/filing/filings';

const latin = (text: string) => foldWords(text).map((word) => word.latin);

it('folds accents, capitals, ligatures, apostrophes and white space', () => {
  expect(latin("  ZOÉ\u00a0 Œuvre ﬁrst O’Brien d'Arcy")).toEqual([
    'zoe',
    'oeuvre',
    'first',
    'obrien',
    'darcy',
  ]);
});

it('writes letters that do not decompose as those that stand for them', () => {
  expect(latin('Ł ø Đ ß ẞ ı İ æ þ ð ħ ŋ ə')).toEqual('l o d ss ss i i ae th d h ng e'.split(' '));
});

it('folds the folded text to itself', () => {
  for (const name of ["Sinéad O'Brien", 'Шевченко', 'Groß, Jürgen']) {
    const once = latin(name).join(' ');
    expect(latin(once).join(' ')).toBe(once);
  }
});

it('gives every sign of a script without spaces a word of its own, beside how it sounds', () => {
  const words = foldWords('王小明');
  expect(words.map((word) => word.latin)).toEqual(['wang', 'xiao', 'ming']);
  expect(new Set(words.map(({ signs }) => signs)).size).toBe(3);
  expect(words.every(({ signs }) => /^[A-Z]{4}$/.test(signs))).toBe(true);
});

it('leaves no letter out, also of scripts that nobody transliterates', () => {
  expect(foldWords('ⵣⴰⵢ')).toEqual([
    { latin: '', signs: expect.stringMatching(/^[A-Z]{4}( [A-Z]{4}){2}$/), isGlued: false },
  ]);
});

it('holds everything a filing can be found by, and nothing empty or twice', () => {
  const contact = { firstName: 'Zoé', lastName: 'Côté', firm: '' };
  const [ann, acme] = claim.plaintiffs.concat(claim.defendants);
  if (!ann || !acme) throw new Error('the claim has no parties');
  const parties = { plaintiffs: [{ ...ann, alsoKnownAs: 'Anne  Eisenholz' }], defendants: [acme] };
  const fileNumber = 'CV-26-00000120-0000';
  const text = searchText({ reference: 'R-7K3M-9QX2', fileNumber, contact, claim: parties });
  expect(text.split('\n')).toEqual([
    ...[' 120 ', ' r7k3m9qx2 ', ' zoe cote ', ' zoecote '],
    ...[' ann ironwood ', ' annironwood ', ' anne eisenholz '],
    ...[' per cy quillfeather ', ' percyquillfeather '],
  ]);
});

it('knows the number that a file has in its year', () => {
  expect([fileNumberLine('CV-26-00000007-0000'), fileNumberLine('')]).toEqual([' 7 ', '']);
});
