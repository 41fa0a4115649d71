import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import {
  AUDIT_ACTIONS,
  AUDIT_GROUPS,
  auditSearchForm,
  presentAction,
  recordedActions,
} from '@/lib/domain/access/audit';
import { en, fr } from '@/lib/messages/catalogue';

const known: string[] = [...AUDIT_ACTIONS];

/** Every action that lib/data records by a literal text. */
function recorded(): string[] {
  const folder = path.resolve(import.meta.dirname, '../../data');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  return files.flatMap((file) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    return [...text.matchAll(/(?:\baction: |recordView\(actor, )'([^']+)'/g)].map(
      ([, action = '']) => action,
    );
  });
}

it('knows every action that is recorded, in one group', () => {
  const found = recorded();
  expect(found.length).toBeGreaterThan(30);
  expect(found.filter((action) => !known.includes(action))).toEqual([]);
  expect(new Set(known).size).toBe(known.length);
});

it('has words for every action and group in both languages', () => {
  for (const { adminAudit } of [en, fr]) {
    expect(Object.keys(adminAudit.actions).sort()).toEqual([...known].sort());
    expect(Object.keys(adminAudit.groups).sort()).toEqual([...AUDIT_GROUPS].sort());
  }
});

it('reads lines written under former names as what they are called now', () => {
  expect(presentAction('approve repair')).toBe('approve substitute');
  expect(presentAction('submit filing')).toBe('submit filing');
  const former = AUDIT_GROUPS.flatMap(recordedActions).filter((name) => !known.includes(name));
  expect(former).toEqual(['give in-person code', 'offer repair', 'approve repair', 'refuse repair']);
  expect(former.map(presentAction).filter((name) => !known.includes(name))).toEqual([]);
});

it('takes a search with nothing typed, and references in small letters', () => {
  expect(auditSearchForm.parse({ group: '' })).toMatchObject({ reference: '', oneKeyId: '', page: 1 });
  expect(auditSearchForm.parse({ reference: ' r-7k3m-9qx2 ' }).reference).toBe('R-7K3M-9QX2');
});

it.each([
  ['reference', 'Tremblay', 'auditReference'],
  ['from', 'yesterday', 'enterDate'],
  ['until', '2026-02-30', 'enterDate'],
])('refuses what is no %s', (field, typed, error) => {
  const wrong = auditSearchForm.safeParse({ [field]: typed }).error?.issues;
  expect(wrong?.map(({ path: [name], message }) => [name, message])).toEqual([[field, error]]);
});
