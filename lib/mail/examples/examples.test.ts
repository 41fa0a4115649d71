import { expect, it } from 'vitest';
import { MAIL_KINDS } from '@/lib/domain/filing/mail-kind';
import { findMailExample, mailExamples } from '@/lib/mail/examples/examples';
import { en } from '@/lib/messages/catalogue';

it('has an example of every kind of message, and of every occasion that has words', () => {
  expect([...new Set(mailExamples.map(({ kind }) => kind))]).toEqual([...MAIL_KINDS]);
  const occasions = new Set(mailExamples.map(({ variant }) => variant as string));
  expect([...occasions].sort()).toEqual(Object.keys(en.adminCatalogue.variants).sort());
  expect(new Set(mailExamples.map(({ name }) => name)).size).toBe(mailExamples.length);
});

it.each(mailExamples.map(({ name }) => name))('renders %s in both languages', async (name) => {
  const example = findMailExample(name);
  const [english, french] = [await example?.render('en'), await example?.render('fr')];
  for (const mail of [english, french]) {
    expect(mail?.subject).toMatch(/\S/);
    expect(`${mail?.subject}${mail?.text}${mail?.html}`).not.toMatch(/undefined|\[object|\{[a-z]+\}/i);
  }
  const isForStaff = name.startsWith('staff-');
  expect(english?.text === french?.text).toBe(isForStaff);
});

it('knows no other name', () => {
  expect(findMailExample('constructor')).toBeUndefined();
});
