import { hash } from 'node:crypto';
import { makeDrafts, newFiler, submitDrafts } from './queued-claims';

/**
 * A process of its own that does something to the court whose database and storage its environment names, and prints
 * what came of it as JSON: `queue COUNT AT BYTES`, `drafts ONE-KEY-ID COUNT AT BYTES`, `sessions ONE-KEY-ID COUNT`, `release REFERENCE AT`, `propose COUNT`, `resume`, `sweep`, `authority`, `hashes KEY...`, `path KEY`.
 */
const [verb, ...args] = process.argv.slice(2);

const verbs: Record<string, () => Promise<unknown>> = {
  /** Submits so many new claims of so many bytes, as received at an ISO instant. */
  async queue() {
    const [count, at, bytes] = [Number(args[0]), new Date(args[1] ?? ''), Number(args[2] ?? 50_000)];
    const { MOST_DRAFT_BYTES } = await import('../../../lib/domain/claim/document');
    // The drafts of one person hold no more; half of it leaves room for what a claim is longer than asked for.
    const most = Math.floor(MOST_DRAFT_BYTES / 2 / bytes);
    for (let left = count; left > 0; left -= most) {
      const filer = await newFiler(at);
      await submitDrafts(filer, await makeDrafts(filer, { count: Math.min(left, most), bytes, at }), at);
    }
  },
  /** Makes so many drafts of so many bytes for a person who is registered; their references. */
  async drafts() {
    const { users } = await import('../../../lib/data/db/schema/account');
    const { db } = await import('../../../lib/data/db/db');
    const { eq } = await import('drizzle-orm');
    const [oneKeyId = '', count, at, bytes] = args;
    const [user] = await db().select().from(users).where(eq(users.oneKeyId, oneKeyId));
    if (!user) throw new Error('no such user');
    const filer = { kind: 'user' as const, userId: user.id, role: user.role, sessionId: '' };
    return makeDrafts(filer, { count: Number(count), bytes: Number(bytes), at: new Date(at ?? '') });
  },
  /** Opens a session and looks at it so many times, with and without moving its last activity: milliseconds each. */
  async sessions() {
    const { users } = await import('../../../lib/data/db/schema/account');
    const { db } = await import('../../../lib/data/db/db');
    const { findSession, startSession } = await import('../../../lib/data/sign-in/sessions');
    const { eq } = await import('drizzle-orm');
    const [oneKeyId = '', count] = args;
    const [user] = await db().select().from(users).where(eq(users.oneKeyId, oneKeyId));
    const sessionId = await startSession(db(), { kind: 'anonymous' }, user?.id ?? '', new Date());
    const measure = async (touch: boolean) => {
      const took: number[] = [];
      for (let n = 0; n < Number(count); n += 1) {
        const started = performance.now();
        await findSession(sessionId, { now: new Date(), idleMs: 900_000, touch });
        took.push(performance.now() - started);
      }
      return took;
    };
    return { read: await measure(false), touched: await measure(true) };
  },
  /** Lets a filing on hold go on, as a clerk does. */
  async release() {
    const { releaseFiling } = await import('../../../lib/data/filing/hold');
    const at = new Date(args[1] ?? '');
    await releaseFiling({ kind: 'system' }, args[0] ?? '', { now: new Date(), courtNow: at }, true);
  },
  /** Proposes to close the offices on so many days, as somebody alone did a quarter of an hour ago. */
  async propose() {
    const { users } = await import('../../../lib/data/db/schema/account');
    const { db } = await import('../../../lib/data/db/db');
    const { propose } = await import('../../../lib/data/approval/proposals');
    const calendar = await import('../../../lib/domain/court/calendar');
    const { closesAt, issueOn, standardCalendar } = calendar;
    const made = { oneKeyId: 'alone', oneKeyIdFolded: 'alone', passwordHash: 'none' };
    const [user] = await db()
      .insert(users)
      .values({ ...made, role: 'registrar' })
      .returning();
    const ago = new Date(Date.now() - 15 * 60_000);
    const actor = { kind: 'user' as const, userId: user?.id ?? '', role: 'registrar' as const };
    const by = { ...actor, sessionId: '', confirmedAt: ago };
    let on = '2027-01-31';
    for (let left = Number(args[0]); left > 0; left -= 1) {
      on = issueOn(closesAt(on), standardCalendar);
      const closure = { on, nameEn: 'Killed', nameFr: 'Tué', isHoliday: false };
      const wish = { kind: 'add-closure' as const, closure, pastReason: '' };
      await propose(by, wish, 'a test', { now: ago, courtNow: ago }, 'wait');
    }
  },
  /** Has e-mail tried again after a pause, as staff do. */
  async resume() {
    const { resumeSender } = await import('../../../lib/data/mail/mail-sender');
    await resumeSender({ kind: 'system' }, new Date());
  },
  /** Sweeps as if a day had gone by, and counts the files in storage that nothing names. */
  async sweep() {
    const { db } = await import('../../../lib/data/db/db');
    const { documentVersions, substitutes } = await import('../../../lib/data/db/schema/document');
    const { sweep } = await import('../../../lib/jobs/upkeep/sweep');
    const { listKeys } = await import('../../../lib/storage/embedded/files');
    await sweep(new Date(Date.now() + 24 * 3_600_000));
    const named = [
      ...(await db().select({ key: documentVersions.storageKey }).from(documentVersions)),
      ...(await db().select({ key: substitutes.storageKey }).from(substitutes)),
    ].map(({ key }) => key);
    let unnamed = 0;
    for await (const keys of listKeys()) unnamed += keys.filter((key) => !named.includes(key)).length;
    return unnamed;
  },
  /** Makes the court's demonstration key. */
  async authority() {
    const { courtKey } = await import('../../../lib/services/signing/signing-key');
    await courtKey();
  },
  /** The hash of the stored bytes of each key; null where they are lost. */
  async hashes() {
    const { store } = await import('../../../lib/storage/store');
    const sha256Of = async (key: string) => hash('sha256', await store.read(key));
    const hashes: Record<string, string | null> = {};
    for (const key of args) hashes[key] = await sha256Of(key).catch(() => null);
    return hashes;
  },
  /** Where on this machine's disk the bytes of a key lie. */
  async path() {
    const { pathOf } = await import('../../../lib/storage/drivers/disk');
    const { filesFolder } = await import('../../../lib/storage/drivers/here');
    const { findFile } = await import('../../../lib/storage/embedded/files');
    const [key = ''] = args;
    return pathOf(filesFolder(), 'bytes', (await findFile(key))?.bytes ?? key);
  },
};

const { openDatabase } = await import('../../../lib/jobs/server');
const { database } = await import('../../../lib/data/db/db');
await openDatabase();
const result = await verbs[verb ?? '']?.();
process.stdout.write(JSON.stringify(result ?? null));
await database().close();
process.exit(0);
