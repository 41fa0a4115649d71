import { expect, it } from 'vitest';
import { AUDIT_ACTIONS } from '@/lib/domain/access/audit';
import { AUDIT_DETAILS, AUDIT_VALUES } from '@/lib/domain/access/audit-details';
import { CORRECTION_GROUNDS } from '@/lib/domain/claim/later/correction';
import { HOLD_REASONS } from '@/lib/domain/filing/hold';
import { auditCodes } from '@/lib/web/desk/audit-codes';
import { auditWords } from '@/lib/web/desk/audit-words';

it.each(['en', 'fr'] as const)('has words for every action, name and coded value (%s)', (locale) => {
  const [words, codes] = [auditWords(locale), auditCodes(locale)];
  for (const action of AUDIT_ACTIONS) expect(words.action(action), action).not.toBe(action);
  for (const name of AUDIT_DETAILS) expect(words.name(name), name).not.toBe(name);
  for (const code of [...AUDIT_VALUES, ...AUDIT_ACTIONS, ...HOLD_REASONS, ...CORRECTION_GROUNDS])
    expect(codes.get(code), code).toBeTruthy();
  expect([...codes.keys()]).toEqual([...auditCodes('en').keys()]);
});

it('says in French what differs from English', () => {
  const same = AUDIT_VALUES.filter((code) => auditCodes('fr').get(code) === auditCodes('en').get(code));
  expect(same).toEqual([]);
});

it('tells instants by the court’s clock on a page, and nothing that is empty', () => {
  const details = { receivedAt: '2026-11-27T15:00:00.000Z', reason: '' };
  expect(auditWords('en').details({ details })).toEqual(['Received: Nov 27, 2026, 10:00 a.m.']);
});

it('tells codes with what belongs to them, and leaves what people wrote', () => {
  const { value } = auditWords('fr');
  expect(value('before', 'received, 2026-11-23')).toBe('Reçu, 2026-11-23');
  expect(value('after', 'no notice from 2026-12-01')).toBe('aucun avis, à partir du 2026-12-01');
  expect(value('after', '$243 from 2026-12-01')).toBe('$243, à partir du 2026-12-01');
  expect(value('report', 'email.bounced')).toBe('Il est revenu.');
  expect(value('ground', 'order')).toContain('59.06');
  expect(value('basis', 'order')).toBe('Une ordonnance');
  expect(value('reason', 'a flood, open again, later')).toBe('a flood, open again, later');
});
