import { asc, type SQL, sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { record } from '@/lib/data/audit/audit';
import { type AuditWalk, listAuditRoots, walkAudit } from '@/lib/data/audit/audit-check';
import { sealAudit } from '@/lib/data/audit/sealing';
import { db, type Tx } from '@/lib/data/db/db';
import { audit, auditLinks } from '@/lib/data/db/schema/audit';
import { eachDatabase } from '@/lib/testing/db/databases';

const now = new Date('2026-11-23T15:00:00Z');
const nextDay = new Date('2026-11-24T15:00:00Z');

class Undo extends Error {}

/** What the walk finds after changes that only whoever owns the tables can make. They are undone. */
async function walkAfter(...changes: SQL[]): Promise<AuditWalk> {
  let found: AuditWalk | undefined;
  const tampering = db().transaction(async (tx) => {
    for (const table of ['audit', 'audit_links', 'audit_days'])
      await tx.execute(sql.raw(`alter table ${table} disable trigger user`));
    for (const change of changes) await tx.execute(change);
    found = await walkAudit(tx);
    throw new Undo();
  });
  await expect(tampering).rejects.toThrow(Undo);
  if (!found) throw new Error('nothing was walked');
  return found;
}

const write = (subject: string, tx: Tx = db() as Tx) =>
  record(tx, { kind: 'system' }, { action: 'hold filing', subject, details: { reason: 'corrupt' } }, now);

eachDatabase('the chain over the audit log', (kind) => {
  beforeAll(async () => {
    for (const n of [1, 2, 3, 4]) await write(`R-000${n}`);
    // Written past our code, as by a trigger or by hand.
    await db().execute(sql`insert into audit (at, actor, action, subject) values (now(), 'system', 'x', 'by hand'),
      (now(), 'system', 'x', 'also by hand')`);
  });

  it('takes every row once, in the order of their numbers, whoever wrote it', async () => {
    expect(await sealAudit(now)).toEqual({ sealed: 6, missing: 0 });
    expect(await sealAudit(now)).toEqual({ sealed: 0, missing: 0 });
    const links = await db().select().from(auditLinks).orderBy(asc(auditLinks.place));
    const rows = await db().select().from(audit).orderBy(asc(audit.entry));
    expect(links.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(links.map(({ entry }) => entry)).toEqual(rows.map(({ entry }) => entry));
    expect(await walkAudit(db())).toMatchObject({ links: 6, root: links.at(-1)?.hash, unsealed: 0 });
    expect((await walkAudit(db())).fault).toBeUndefined();
    expect((await walkAudit(db(), links[2]?.hash)).foundAt).toBe(3);
  });

  it.runIf(kind === 'postgres')(
    'takes a row that is committed late after rows of higher numbers',
    async () => {
      let end = () => {};
      const waits = new Promise<void>((resolve) => {
        end = resolve;
      });
      let written = () => {};
      const isWritten = new Promise<void>((resolve) => {
        written = resolve;
      });
      const late = db().transaction(async (tx) => {
        await write('late', tx);
        written();
        await waits;
      });
      await isWritten;
      await db()
        .transaction(async (tx) => {
          await write('rolled back', tx);
          throw new Undo();
        })
        .catch(() => undefined);
      await write('early');
      expect((await sealAudit(now)).sealed).toBe(1);
      end();
      await late;
      expect((await sealAudit(now)).sealed).toBe(1);
      const subjects = await db()
        .select({ subject: audit.subject })
        .from(auditLinks)
        .innerJoin(audit, sql`${audit.entry} = ${auditLinks.entry}`)
        .orderBy(asc(auditLinks.place));
      expect(subjects.slice(-2).map(({ subject }) => subject)).toEqual(['early', 'late']);
      expect((await walkAudit(db())).fault).toBeUndefined();
    },
  );

  it.runIf(kind === 'postgres')('is lengthened by one at a time where several try', async () => {
    for (let n = 0; n < 20; n += 1) await write(`many ${n}`);
    const turns = await Promise.all([1, 2, 3, 4].map(() => sealAudit(now)));
    expect(turns.reduce((sum, { sealed }) => sum + sealed, 0)).toBe(20);
    expect((await walkAudit(db())).fault).toBeUndefined();
  });

  it('keeps the root of a day with the first link of a later one', async () => {
    const before = await walkAudit(db());
    await write('next day');
    await sealAudit(nextDay);
    expect(await listAuditRoots()).toEqual([{ day: '2026-11-23', place: before.links, root: before.root }]);
    expect((await walkAudit(db())).fault).toBeUndefined();
  });

  const entryOf = (subject: string) => sql`(select entry from audit where subject = ${subject})`;
  const last = sql`(select max(entry) from audit)`;
  it.each<[string, RegExp, () => SQL[]]>([
    [
      'a changed subject',
      /^row \d+ is not the one that link 2 covers$/,
      () => [sql`update audit set subject = 'R-0009' where subject = 'R-0002'`],
    ],
    [
      'changed details',
      /link 3 covers$/,
      () => [sql`update audit set details = '{"reason":"password"}' where subject = 'R-0003'`],
    ],
    [
      'another instant',
      /link 1 covers$/,
      () => [sql`update audit set at = at + interval '1 millisecond' where subject = 'R-0001'`],
    ],
    [
      'a removed row',
      /^row \d+ is missing: link 2 covers it$/,
      () => [sql`delete from audit where subject = 'R-0002'`],
    ],
    [
      'a removed last row',
      /^row \d+ is missing: link \d+ covers it$/,
      () => [sql`delete from audit where entry = ${last}`],
    ],
    [
      'a removed last row with its link',
      /is missing: \d+ were made$/,
      () => [
        sql`delete from audit_links where entry = ${last}`,
        sql`delete from audit where entry = ${last}`,
      ],
    ],
    [
      'a removed row with its link',
      /^link 2 of the chain is missing$/,
      () => [sql`delete from audit_links where place = 2`, sql`delete from audit where subject = 'R-0002'`],
    ],
    [
      'exchanged rows',
      /link 2 covers$/,
      () => [
        sql`update audit set subject = case subject when 'R-0002' then 'R-0003' else 'R-0002' end where subject in ('R-0002', 'R-0003')`,
      ],
    ],
    [
      'exchanged numbers',
      /link 2 covers$/,
      () => [
        sql`update audit set entry = -1 where subject = 'R-0002'`,
        sql`update audit set entry = entry - 1 where subject = 'R-0003'`,
        sql`update audit set entry = ${entryOf('R-0003')} + 1 where subject = 'R-0002'`,
      ],
    ],
    [
      'exchanged links',
      /link 2 covers$/,
      () => [
        sql`update audit_links set place = 1002 where place = 2`,
        sql`update audit_links set place = 2 where place = 3`,
        sql`update audit_links set place = 3 where place = 1002`,
      ],
    ],
    [
      'a row put in past the trigger',
      /^row \d+ has no link/,
      () => [sql`insert into audit (at, actor, action, subject) values (now(), 'system', 'x', 'forged')`],
    ],
    ['another root of a day', /^the root kept of 2026-11-23/, () => [sql`update audit_days set root = 'x'`]],
    ['another head', /made last$/, () => [sql`update audit_head set hash = 'x'`]],
  ])('shows %s', async (_, fault, changes) => {
    expect((await walkAfter(...changes())).fault).toMatch(fault);
  });

  it('shows a row that went before it had a link, and never seals past it in silence', async () => {
    await write('soon gone');
    expect((await walkAfter(sql`delete from audit where subject = 'soon gone'`)).fault).toMatch(
      /is missing: it went before it had a link$/,
    );
    await db().execute(sql`insert into audit_unsealed values (999999)`);
    expect(await sealAudit(nextDay)).toEqual({ sealed: 1, missing: 1 });
    expect((await walkAudit(db())).fault).toMatch(/^row 999999 is missing/);
  });
});
