import { expect, it } from 'vitest';
import { areParallel, readTerms, writeTerms } from '@/lib/domain/settings/terms-text';
import { en, fr } from '@/lib/messages/catalogue';

const text = '# Use\nYou may use it.\n\n# Not\nYou must not:\n- break it;\n- sell it.';

it('reads headings, paragraphs and lists, and writes what it reads', () => {
  expect(readTerms(`before\n${text.replaceAll('\n', '\r\n')}`)).toEqual([
    { heading: 'Use', paragraphs: ['You may use it.'] },
    { heading: 'Not', paragraphs: ['You must not:'], list: ['break it;', 'sell it.'] },
  ]);
  expect(readTerms(writeTerms(readTerms(text)))).toEqual(readTerms(text));
});

it('writes the terms that the service began with so that they can be edited', () => {
  for (const { justiceTerms } of [en, fr]) {
    const sections = justiceTerms['2026-11'];
    expect(readTerms(writeTerms(sections))).toEqual(sections);
  }
});

it('tells terms that are the same in two languages from those that are not', () => {
  const [english, french] = [en, fr].map(({ justiceTerms }) => writeTerms(justiceTerms['2026-11']));
  expect(areParallel(english ?? '', french ?? '')).toBe(true);
  expect(areParallel(text, text.replace('\n- sell it.', ''))).toBe(false);
  expect(areParallel(text, '# Use\nYou may use it.')).toBe(false);
});
