import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { record } from '@/lib/data/audit/audit';
import { readAudit } from '@/lib/data/audit/audit-reading';
import { saveStep } from '@/lib/data/claim/answers';
import { deleteDraft, listDrafts, startDraft } from '@/lib/data/claim/drafts';
import { seedCourts } from '@/lib/data/court/courts';
import { type Database, db, setDatabase } from '@/lib/data/db/db';
import { openPostgres } from '@/lib/data/db/open';
import { mayChangeTables } from '@/lib/data/db/rights';
import { appendRegisterEntry } from '@/lib/data/register/register';
import { newFiler, newPerson } from '@/lib/testing/account/people';
import { emptyDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';

const now = new Date('2026-11-23T15:00:00Z');
const server = process.env.TEST_DATABASE_URL ?? '';

/** A new database, with an owner of its own and the service's role. @returns the addresses of both */
async function newDatabase(): Promise<{ owner: string; service: string }> {
  const tail = randomBytes(6).toString('hex');
  const password = randomBytes(12).toString('hex');
  const admin = postgres(server, { max: 1 });
  const roles = [`owner_${tail}`, `service_${tail}`];
  for (const role of roles) await admin.unsafe(`create role ${role} login password '${password}'`);
  await admin.end();
  const database = await emptyDatabase(roles[0]);
  const [owner = '', service = ''] = roles.map((role) => {
    return Object.assign(new URL(database), { username: role, password }).href;
  });
  return { owner, service };
}

describe.skipIf(!server)("the service's role on PostgreSQL", () => {
  let opened: Database;
  let asService: postgres.Sql;
  let urls: { owner: string; service: string };
  beforeAll(async () => {
    urls = await newDatabase();
    opened = await openPostgres(urls.service, urls.owner);
    setDatabase(opened);
    asService = postgres(urls.service, { max: 1 });
    await seedCourts();
  });
  afterAll(async () => {
    await asService.end();
    await opened.close();
  });

  it('does the work of the service', async () => {
    const filer = await newFiler(now);
    const { reference } = await startDraft(filer, now);
    await saveStep(filer, reference, 'type', { documentType: 'form-14a' }, now);
    expect(await listDrafts(filer)).toMatchObject([{ reference, answers: { type: {} } }]);
    await deleteDraft(filer, reference, now);
    const filing = await storeFiling(filer, { receivedAt: now });
    const entry = { kind: 'redated', fileNumber: null, recordedAt: now } as const;
    await db().transaction((tx) => appendRegisterEntry(tx, filing, entry));
    const { rows } = await readAudit(await newPerson('administrator'), { reference, page: 1 }, now);
    expect(rows.map(({ action }) => action)).toEqual(['read audit log', 'delete draft', 'start draft']);
  });

  it.each([
    `update audit set outcome = 'done'`,
    `delete from audit`,
    `truncate audit`,
    `update audit_links set hash = ''`,
    `delete from audit_links`,
    `delete from audit_days`,
    `update register set hash = ''`,
    `delete from register`,
    `truncate register cascade`,
    `update register_days set root = ''`,
    `delete from register_days`,
    `truncate register_days`,
    `update filing_notes set text = ''`,
    `delete from filing_notes`,
  ])('may not: %s', async (statement) => {
    await record(db(), { kind: 'system' }, { action: 'hold filing', subject: 'a filing' }, now);
    await expect(asService.unsafe(statement)).rejects.toThrow(/permission denied/);
  });

  it.each([
    'alter table audit disable trigger audit_append_only',
    'drop trigger audit_append_only on audit',
    'drop trigger register_append_only on register',
    'alter table register add column more text',
    'drop table audit',
    'create table mine (id integer)',
    `create or replace function refuse_change() returns trigger language plpgsql as 'begin return new; end'`,
    'truncate users cascade',
  ])('may not: %s', async (statement) => {
    await expect(asService.unsafe(statement)).rejects.toThrow(/permission denied|must be owner/);
  });

  it('is told apart from a role that owns its tables', async () => {
    expect(await mayChangeTables(opened.db)).toBe(false);
    const owned = await openPostgres(urls.owner);
    expect(await mayChangeTables(owned.db)).toBe(true);
    await owned.close();
  });

  it('keeps its rights and gets no more when another server starts', async () => {
    const again = await openPostgres(urls.service, urls.owner);
    setDatabase(again);
    await startDraft(await newFiler(now), now);
    await expect(asService`delete from audit`).rejects.toThrow(/permission denied/);
    setDatabase(opened);
    await again.close();
  });
});
