import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { approveProposal } from '@/lib/data/approval/deciding';
import { getProposal, propose } from '@/lib/data/approval/proposals';
import { getCourtFile } from '@/lib/data/claim/later/court-file';
import { getReceipt } from '@/lib/data/claim/receipts';
import { getVersion } from '@/lib/data/claim/versions';
import { seedCourts } from '@/lib/data/court/courts';
import { db } from '@/lib/data/db/db';
import { audit } from '@/lib/data/db/schema/audit';
import { courtFiles } from '@/lib/data/db/schema/court';
import { documents, documentVersions, substitutes } from '@/lib/data/db/schema/document';
import { type filings, receipts } from '@/lib/data/db/schema/filing';
import { outbox } from '@/lib/data/db/schema/mail';
import { viewFilingRecord } from '@/lib/data/filing/filing-record';
import { getFiling } from '@/lib/data/filing/filings';
import { firstFilings } from '@/lib/data/filing/own/own-filings';
import { findClosedFiling, listRestrictions } from '@/lib/data/filing/restricted/court-file-restrictions';
import { getSubstitute } from '@/lib/data/filing/substitutes';
import { queueFilingMail } from '@/lib/data/mail/filing-mail';
import { searchMails } from '@/lib/data/mail/mail-search';
import { getMail, retryMail, sendAgain } from '@/lib/data/mail/mails';
import { appendRegisterEntry } from '@/lib/data/register/register';
import { findIssuedByCode, findIssuedByNumber, hashCode } from '@/lib/data/register/verification';
import { searchFilings } from '@/lib/data/search/filing-search';
import type { Actor, UserActor } from '@/lib/domain/access/access';
import type { Restriction } from '@/lib/domain/filing/restriction';
import { verificationCode } from '@/lib/domain/register/verification';
import { newFiler, newPerson } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';
import { storeFiling } from '@/lib/testing/filing/filings';

const now = new Date('2026-11-24T15:00:00Z');
const times = { now, courtNow: now };
const order = { orderedOn: '2026-11-23', judge: 'Okafor J.' };
const unconfirmed = { order: 'newest', words: '' } as const;
const PEOPLE = ['anonymous', 'other', 'owner', 'clerk', 'registrar', 'administrator'] as const;
type Kind = (typeof PEOPLE)[number];

/** What one person gets of a filing in a court file, way by way; null is nothing. */
type Seen = { opened: string[]; listed: string | null; named: boolean; numbered: boolean };

eachDatabase('restricted court files', () => {
  const people = { anonymous: { kind: 'anonymous' } } as Record<Kind, Actor>;
  const staff = () => people as unknown as Record<'registrar' | 'administrator' | 'clerk', UserActor>;

  beforeAll(async () => {
    await seedCourts();
    people.other = await newFiler(now);
    people.owner = await newFiler(now);
    for (const role of ['clerk', 'registrar', 'administrator'] as const) people[role] = await newPerson(role);
  });

  let numbers = 0;
  /** An issued claim of the owner's with a document, a receipt, an offered copy, and a message that bounced. */
  async function issued() {
    numbers += 1;
    const fileNumber = `CV-26-${String(numbers).padStart(8, '0')}-0000`;
    const file = { courtId: 'perth', title: 'Ironwood v. Quillfeather', openedOn: '2026-11-23' };
    await db()
      .insert(courtFiles)
      .values({ number: fileNumber, ...file });
    const code = verificationCode(Buffer.alloc(10, numbers));
    const marks = { fileNumber, verificationCode: code, verificationHash: hashCode(code), issuedAt: now };
    const owner = people.owner as UserActor;
    const filing = await storeFiling(owner, { receivedAt: now, state: 'issued', ...marks });
    return { filing, fileNumber, code, ...(await beside(filing)) };
  }

  async function beside({ id: filingId, draftId, reference, submittedBy }: typeof filings.$inferSelect) {
    const file = { name: 'ironwood.pdf', size: 10, sha256: randomUUID(), storageKey: randomUUID() };
    const [document] = await db()
      .insert(documents)
      .values({ ...file, kind: 'claim', draftId, filingId, state: 'ready', uploadedBy: submittedBy })
      .returning();
    const documentId = document?.id ?? '';
    const [version] = await db()
      .insert(documentVersions)
      .values({ ...file, documentId, version: 1, kind: 'sealed' })
      .returning();
    await db().insert(receipts).values({ filingId, receivedAt: now, issueOn: '2026-11-23', documents: [] });
    const offer = { filingId, documentId, kind: 'repaired-copy' as const, pages: 1, receivedAt: now };
    const comparison = { isSame: null, removed: [], added: [] };
    const [copy] = await db()
      .insert(substitutes)
      .values({ ...file, ...offer, comparison, certifiedBy: submittedBy })
      .returning();
    return { reference, version: version?.id ?? '', copy: copy?.id ?? '', mail: await queued(filingId, 'a') };
  }

  async function queued(
    filingId: string,
    key: string,
    kind: 'claim-issued' | 'claim-delayed' = 'claim-issued',
  ) {
    const letter = { subject: 'Ironwood', html: '', text: 'Ironwood v. Quillfeather' };
    const attachments = [{ versionId: randomUUID(), filename: 'ironwood.pdf' }];
    const to = { filingId, dedupeKey: `${filingId} ${key}`, recipient: 'zoe@example.org' };
    await db().transaction((tx) => queueFilingMail(tx, { kind, ...to, ...letter, attachments }, now));
    const [row] = await db().select().from(outbox).where(eq(outbox.dedupeKey, to.dedupeKey));
    return row?.id ?? '';
  }

  const wish = (reference: string, restriction: Restriction) => ({
    ...{ kind: 'restrict-file' as const, reference, restriction, ...order },
    publicTitle: restriction === 'anonymised' ? 'A.B. v. C.D.' : '',
  });

  async function restrict(reference: string, restriction: Restriction): Promise<void> {
    const id = await propose(staff().registrar, wish(reference, restriction), 'the order', {
      now,
      courtNow: now,
    });
    await approveProposal(people.administrator, id, undefined, times);
  }

  async function lift(reference: string, restriction: Restriction): Promise<void> {
    const lifting = { kind: 'lift-restriction' as const, reference, restriction, ...order };
    const id = await propose(staff().administrator, lifting, 'the order', { now, courtNow: now });
    await approveProposal(people.registrar, id, undefined, times);
  }

  type Issued = Awaited<ReturnType<typeof issued>>;
  const gives = (asked: Promise<unknown>) =>
    asked.then(
      (given) => given !== null,
      (error: unknown) => {
        if (error instanceof NotFound) return false;
        throw error;
      },
    );

  /** Everything that is opened by its reference or id, and what each list shows. */
  async function seenBy(actor: Actor, { reference, version, copy, mail, fileNumber }: Issued): Promise<Seen> {
    const ways = {
      filing: () => getFiling(actor, reference),
      receipt: () => getReceipt(actor, reference),
      document: () => getVersion(actor, version),
      copy: () => getSubstitute(actor, copy),
      file: async () => ((await getCourtFile(actor, fileNumber)).filings.length > 0 ? true : null),
      message: () => getMail(actor, mail),
      record: () => viewFilingRecord(actor, reference, now),
    };
    const opened: string[] = [];
    for (const [way, asked] of Object.entries(ways)) if (await gives(asked())) opened.push(way);
    const found = async (typed: string) =>
      (await searchFilings(actor, { typed, page: 1 }).catch(() => ({ rows: [] }))).rows.find(
        (row) => row.reference === reference,
      );
    const own = (await firstFilings(actor, unconfirmed, 100)).find((one) => one.reference === reference);
    const numbered = await found(fileNumber);
    const listed = numbered?.title ?? own?.title ?? null;
    return { opened, listed, named: Boolean(await found('Quillfeather')), numbered: Boolean(numbered) };
  }

  const own = ['filing', 'receipt', 'document', 'copy', 'file'];
  const all = [...own, 'message', 'record'];
  const title = 'Ironwood v. Quillfeather';
  const nothing: Seen = { opened: [], listed: null, named: false, numbered: false };
  const owner: Seen = { opened: own, listed: title, named: false, numbered: false };
  const every: Seen = { opened: all, listed: title, named: true, numbered: true };
  const closed = (shown: string | null): Seen => ({
    opened: [],
    listed: shown,
    named: false,
    numbered: true,
  });
  const given = { anonymous: nothing, other: nothing, owner, registrar: every, administrator: every };

  it.each<[string, Restriction[], Seen]>([
    ['no restriction', [], every],
    ['a publication ban', ['ban'], every],
    ['the parties anonymised', ['anonymised'], closed('A.B. v. C.D.')],
    ['a seal', ['sealed'], closed(null)],
    ['a seal over anonymised parties', ['anonymised', 'sealed'], closed(null)],
  ])('gives each kind of person with %s what they may have, and nothing else', async (_, kinds, clerk) => {
    const file = await issued();
    for (const kind of kinds) await restrict(file.reference, kind);
    const expected: Record<Kind, Seen> = { ...given, clerk };
    for (const kind of PEOPLE)
      expect([kind, await seenBy(people[kind], file)]).toEqual([kind, expected[kind]]);
    for (const kind of kinds) await lift(file.reference, kind);
    expect(await seenBy(people.clerk, file)).toEqual(every);
  });

  it('leaves a clerk the number and state of a closed file, and does not list or resend its messages', async () => {
    const { reference, fileNumber, mail, filing } = await issued();
    expect(await findClosedFiling(people.clerk, reference, now)).toBeNull();
    await restrict(reference, 'sealed');
    expect(await findClosedFiling(people.clerk, reference, now)).toEqual({
      ...{ reference, fileNumber, state: 'issued', laterKind: null },
      ...{ restrictions: ['sealed'], publicTitle: '' },
    });
    expect(await findClosedFiling(people.registrar, reference, now)).toBeNull();
    await expect(findClosedFiling(people.owner, reference, now)).rejects.toThrow(NotFound);
    const listed = async (actor: Actor) =>
      (await searchMails(actor, { page: 1 })).rows.some(({ id }) => id === mail);
    expect([await listed(people.clerk), await listed(people.registrar)]).toEqual([false, true]);
    await db().update(outbox).set({ state: 'failed' }).where(eq(outbox.id, mail));
    await expect(retryMail(people.clerk, mail, now)).rejects.toThrow(new Refused('nothingToRetry'));
    await expect(sendAgain(people.clerk, mail, 'zoe@example.org', now)).rejects.toThrow(NotFound);
    for (const actor of [people.owner, people.registrar]) {
      const again = sendAgain(actor, mail, 'zoe@example.org', now);
      await expect(again).rejects.toThrow(new Refused('restrictedFile'));
    }
    expect(filing.state).toBe('issued');
  });

  it('stops what has not left when a file is closed, and sends no documents of it from then on', async () => {
    const { filing, reference, mail } = await issued();
    await restrict(reference, 'ban');
    const stateOf = async (id: string) => (await getMail(people.registrar, id)).state;
    expect(await stateOf(mail)).toBe('queued');
    await restrict(reference, 'anonymised');
    expect(await stateOf(mail)).toBe('suppressed');
    const next = await getMail(people.registrar, await queued(filing.id, 'b', 'claim-delayed'));
    expect([next.state, next.attachments]).toEqual(['queued', []]);
  });

  it('tells the public that a document is genuine, and of a sealed file nothing more', async () => {
    const { filing, reference, fileNumber, code } = await issued();
    const entry = { kind: 'issued' as const, fileNumber, recordedAt: now, documents: [] };
    await db().transaction((tx) => appendRegisterEntry(tx, filing, entry));
    const facts = { isSealed: false, event: 'issued', fileNumber, court: 'Perth' };
    expect(await findIssuedByCode(code)).toMatchObject({ ...facts, restrictions: [] });
    await restrict(reference, 'ban');
    await restrict(reference, 'anonymised');
    const open = await findIssuedByNumber(fileNumber, code);
    expect(open).toMatchObject({ ...facts, restrictions: ['anonymised', 'ban'] });
    expect(JSON.stringify(open)).not.toMatch(/Ironwood|Quillfeather|Zoé|A\.B\./);
    await restrict(reference, 'sealed');
    const sealed = { isSealed: true, event: 'issued' };
    expect(await findIssuedByCode(code)).toEqual(sealed);
    expect(await findIssuedByNumber(fileNumber, code)).toEqual(sealed);
    expect(await findIssuedByNumber('CV-26-99999999-0000', code)).toBeNull();
  });

  it('keeps who set and who lifted it by which order, also after it is lifted', async () => {
    const { reference, fileNumber } = await issued();
    await restrict(reference, 'sealed');
    await lift(reference, 'sealed');
    await restrict(reference, 'sealed');
    const listed = await listRestrictions(people.registrar, fileNumber);
    expect(listed.map(({ restriction }) => restriction.liftedAt)).toEqual(
      expect.arrayContaining([null, now]),
    );
    const lifted = listed.find(({ restriction }) => restriction.liftedAt);
    expect(lifted).toMatchObject({
      restriction: { kind: 'sealed', ...order, since: now, liftJudge: order.judge },
    });
    const names = [lifted?.setBy, lifted?.approvedBy, lifted?.liftedBy, lifted?.liftApprovedBy];
    expect(names).toEqual([names[0], names[1], names[1], names[0]]);
    expect(names[0]).not.toBe(names[1]);
    for (const actor of [people.clerk, people.owner, people.anonymous])
      await expect(listRestrictions(actor, fileNumber)).rejects.toThrow(NotFound);
    const acts = await db().select().from(audit).where(eq(audit.subject, reference)).orderBy(audit.entry);
    expect(acts.map(({ action }) => action)).toEqual([
      ...['propose change', 'approve proposal', 'restrict file'],
      ...['propose change', 'approve proposal', 'lift restriction'],
      ...['propose change', 'approve proposal', 'restrict file'],
    ]);
  });

  it('is for registrars, for issued claims, and once', async () => {
    const { reference } = await issued();
    for (const actor of [people.clerk, people.owner] as UserActor[])
      await expect(propose(actor, wish(reference, 'ban'), 'r', { now, courtNow: now })).rejects.toThrow(
        NotFound,
      );
    const { registrar } = staff();
    const received = await storeFiling(people.owner as UserActor, { receivedAt: now });
    const early = propose(registrar, wish(received.reference, 'ban'), 'r', { now, courtNow: now });
    await expect(early).rejects.toThrow(new Refused('noCourtFile'));
    const lifting = { kind: 'lift-restriction' as const, reference, restriction: 'ban' as const, ...order };
    await expect(propose(registrar, lifting, 'r', { now, courtNow: now })).rejects.toThrow(
      new Refused('notRestricted'),
    );
    await restrict(reference, 'ban');
    const again = propose(registrar, wish(reference, 'ban'), 'r', { now, courtNow: now });
    await expect(again).rejects.toThrow(new Refused('alreadyRestricted'));
    const id = await propose(registrar, lifting, 'r', { now, courtNow: now });
    await expect(getProposal(people.clerk, id)).rejects.toThrow(NotFound);
    await expect(approveProposal(registrar, id, undefined, times)).rejects.toThrow(
      new Refused('ownProposal'),
    );
  });
});
