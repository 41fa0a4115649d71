import { expect, it } from 'vitest';
import { AUDIT_ORIGIN, auditHash, auditText, type ChainedRow } from '@/lib/domain/access/audit-chain';

const row: ChainedRow = {
  entry: 7,
  at: new Date('2026-11-23T15:00:00.120Z'),
  actor: 'registrar',
  userId: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  ip: null,
  requestId: 'r1',
  action: 'redate filing',
  subject: 'R-7K3M-9QX2',
  outcome: 'done',
  details: { to: '2026-11-24', from: '2026-11-23', n: { b: 1, a: [2] } },
};

it('covers every column, the place and the hash before, with the keys of objects in order', () => {
  expect(auditText(row, 3, AUDIT_ORIGIN)).toBe(
    `["${AUDIT_ORIGIN}",3,7,"2026-11-23T15:00:00.120Z","registrar","7c9e6679-7425-40de-944b-e07fc1f90ae7",null,"r1",` +
      '"redate filing","R-7K3M-9QX2","done",{"from":"2026-11-23","n":{"a":[2],"b":1},"to":"2026-11-24"}]',
  );
});

it.each<Partial<ChainedRow>>([
  { entry: 8 },
  { at: new Date('2026-11-23T15:00:00.121Z') },
  { at: new Date(Number.NaN) },
  { actor: 'clerk' },
  { userId: null },
  { ip: '192.0.2.7' },
  { requestId: null },
  { action: 'hold filing' },
  { subject: 'R-0000-0001' },
  { outcome: 'refused' },
  { details: null },
  { details: { ...(row.details as object), n: 1 } },
])('is another with %j', (change) => {
  expect(auditHash({ ...row, ...change }, 3, AUDIT_ORIGIN)).not.toBe(auditHash(row, 3, AUDIT_ORIGIN));
});

it('is the same however the database orders the keys of the details', () => {
  const details = { n: { a: [2], b: 1 }, from: '2026-11-23', to: '2026-11-24' };
  expect(auditHash({ ...row, details }, 3, AUDIT_ORIGIN)).toBe(auditHash(row, 3, AUDIT_ORIGIN));
});
