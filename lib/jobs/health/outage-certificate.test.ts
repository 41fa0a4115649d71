import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { outageSheet } from '@/lib/jobs/health/outage-certificate';

const outage = {
  ...{ id: randomUUID(), declaredBy: randomUUID(), endDeclaredBy: null, endDeclaredAt: null },
  ...{ retractedAt: null, retractedBy: null, retraction: null },
  startedAt: new Date('2026-11-20T15:05:00Z'),
  endedAt: new Date('2026-11-20T16:40:00Z'),
  ...{ whatEn: 'Uploads', whatFr: 'Les téléversements', declaredAt: new Date('2026-11-20T17:00:00Z') },
};
const textOf = (locale: 'en' | 'fr', change = {}) =>
  outageSheet({ ...outage, ...change }, locale)
    .parts.map((part) => Object.values(part).join(': '))
    .join('\n');

it('tells when and what in both languages, and that it changes no date', () => {
  const [english, french] = [textOf('en'), textOf('fr')];
  expect(english).toMatch(/Began: .*November 20, 2026.*10:05/);
  expect(english).toMatch(/Ended: .*11:40/);
  expect(english).toContain('Uploads');
  expect(english).toContain('changes no date');
  expect(english).toContain('r. 3.02');
  expect(french).toContain('Les téléversements');
  expect(french).toContain('20 novembre 2026');
  expect(french).toContain('règle 3.02');
});

it('says of one that lasts that it does, and never who declared it', () => {
  expect(textOf('en', { endedAt: null })).toContain('It lasted when this certificate was made');
  expect(textOf('en')).not.toContain(outage.declaredBy);
});
