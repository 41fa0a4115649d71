import { expect, it } from 'vitest';
import type { AuditLine } from '@/lib/data/audit/audit-search';
import { auditTable } from '@/lib/web/desk/audit-table';
import type { Locale } from '@/lib/web/routes/paths';

const line: AuditLine = {
  entry: 7,
  at: new Date('2026-11-23T15:00:00.120Z'),
  actor: 'registrar',
  ip: '192.0.2.7',
  action: 'redate filing',
  subject: 'R-7K3M-9QX2',
  outcome: 'done',
  details: { from: '2026-11-23', to: '2026-11-24', reason: '=1+1', attempt: 2, later: 'x' },
  person: 'anna, "b"',
  subjectPerson: null,
};

async function tableOf(lines: AuditLine[], locale: Locale): Promise<string[]> {
  async function* parts() {
    yield lines;
  }
  let text = '';
  for await (const part of auditTable(parts(), locale)) text += part;
  expect(text.startsWith('\ufeff')).toBe(true);
  return text.slice(1).trim().split('\r\n');
}

it('says what was before, what after and why, in the language asked for', async () => {
  const [headings, row] = await tableOf([line], 'en');
  expect(headings).toBe(
    'Number,When,What,Who,ONE-key ID,About,ONE-key ID of the person concerned,From where,Result,Before,After,Reason,More',
  );
  expect(row).toBe(
    `7,2026-11-23T15:00:00.120Z,Filing given another date,Registrar,"anna, ""b""",R-7K3M-9QX2,,192.0.2.7,Done,2026-11-23,2026-11-24,'=1+1,Attempt=2; later=x`,
  );
  expect((await tableOf([line], 'fr'))[0]).toContain('Avant,Après,Motif');
});

it('names roles and reasons of holds in words, and takes a search for no change', async () => {
  const rows = await tableOf(
    [
      { ...line, action: 'set role', details: { from: 'clerk', to: 'registrar' } },
      { ...line, action: 'hold filing', details: { reason: 'corrupt' } },
      { ...line, action: 'read audit log', details: { from: '2026-11-01', page: 1 } },
      { ...line, details: null },
    ],
    'fr',
  );
  const ends = rows.slice(1).map((row) => row.split('Fait,')[1]);
  expect(ends).toEqual([
    'Commis au greffe,Greffier ou greffière,,',
    ',,Illisible,',
    ',,,Premier jour=2026-11-01; Page=1',
    ',,,',
  ]);
});
