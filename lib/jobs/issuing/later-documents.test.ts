import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { walkTables } from '@/lib/cli/register/register-tables';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { findProfile } from '@/lib/data/account/profiles';
import { saveStep } from '@/lib/data/claim/answers';
import { listDocuments } from '@/lib/data/claim/documents/documents';
import { startLater } from '@/lib/data/claim/later/later-drafts';
import { getVersion } from '@/lib/data/claim/versions';
import { db } from '@/lib/data/db/db';
import { courtFiles } from '@/lib/data/db/schema/court';
import { documents } from '@/lib/data/db/schema/document';
import { filings } from '@/lib/data/db/schema/filing';
import { outbox } from '@/lib/data/db/schema/mail';
import { register } from '@/lib/data/db/schema/register';
import { getFiling } from '@/lib/data/filing/filings';
import { findIssuedByCode, findIssuedByHash } from '@/lib/data/register/verification';
import type { UserActor } from '@/lib/domain/access/access';
import { certifiedContentHash } from '@/lib/domain/claim/certified-content';
import type { LaterKind, LaterStatement } from '@/lib/domain/claim/later/later';
import { issueDueFilings } from '@/lib/jobs/issuing/issue';
import { submitDocument } from '@/lib/jobs/issuing/submit';
import { verifySeal } from '@/lib/pdf/signature/verify';
import { courtKey } from '@/lib/services/signing/signing-key';
import { store } from '@/lib/storage/store';
import { newFiler } from '@/lib/testing/account/people';
import { certifiedContentSeen } from '@/lib/testing/claim/certified-content';
import { readyDraft, submitted, upload } from '@/lib/testing/claim/submit';
import { eachDatabase } from '@/lib/testing/db/databases';

const inHours = new Date('2026-11-23T15:00:00Z');
const nextNight = new Date('2026-11-25T03:00:00Z');
/** Past the thirty days after November 23: December 23 is the last. */
const late = new Date('2026-12-24T15:00:00Z');
const patienceMs = 120_000;

eachDatabase('documents after a claim', () => {
  let filer: UserActor;
  let notice: string;
  let number: string;

  beforeAll(async () => {
    filer = await newFiler(inHours);
    ({ notice, number } = await issuedNotice());
  }, patienceMs);

  async function issuedNotice() {
    const { reference: draft } = await readyDraft(filer);
    await saveStep(filer, draft, 'type', { documentType: 'form-14c' }, inHours);
    const at = { now: new Date(), courtNow: inHours };
    const { reference } = await submitted(filer, { draft, locale: 'en' }, at);
    const { fileNumber } = await getFiling(filer, reference);
    return { notice: reference, number: fileNumber ?? '' };
  }

  /** Files a document with one file, as its page does. */
  async function file(
    kind: LaterKind,
    {
      after = notice,
      statement = {},
      courtNow = inHours,
      promised = '2026-11-23',
      key = randomUUID(),
    }: {
      after?: string;
      statement?: LaterStatement;
      courtNow?: Date;
      promised?: string;
      key?: string;
    },
  ) {
    const { reference: draft } = await startLater(filer, { reference: after, kind }, inHours);
    await upload(filer, draft, kind);
    const seen = await certifiedContentSeen(filer, draft);
    const asked = { draft, locale: 'en' as const, key, promised, seen, statement };
    const send = () => submitDocument(filer, asked, { now: new Date(), courtNow }, patienceMs);
    return { draft, send };
  }

  async function sent(answer: Awaited<ReturnType<typeof submitDocument>>) {
    if (answer.kind !== 'submitted') throw new Error(answer.kind);
    return getFiling(filer, answer.reference);
  }

  it('files the statement of claim into the court file of the notice, stamped, once, without a number', async () => {
    const { send } = await file('statement-of-claim', {});
    const first = await send();
    expect(await send()).toMatchObject({ kind: 'submitted', isDue: false });
    const filing = await sent(first);
    expect(filing).toMatchObject({ state: 'issued', fileNumber: number, laterKind: 'statement-of-claim' });
    expect(await db().$count(courtFiles)).toBe(1);

    const sealed = filing.documents[0]?.versions.find(({ kind }) => kind === 'sealed');
    const version = await getVersion(filer, sealed?.id ?? '');
    expect(version.filed?.fileNumber).toBe(number);
    const bytes = await store.read(version.storageKey);
    const { mark, signature, wholeFile } = verifySeal(bytes, (await courtKey()).authority);
    expect([mark?.fileNumber, signature, wholeFile]).toEqual([number, 'valid', true]);

    const entries = await db().select().from(register).where(eq(register.filingId, filing.id));
    expect(entries).toMatchObject([{ kind: 'filed', fileNumber: number, issuedOn: '2026-11-23' }]);
    const known = { event: 'filed', fileNumber: number, documents: [{ kind: 'statement-of-claim' }] };
    expect(await findIssuedByCode(filing.verificationCode ?? '')).toMatchObject(known);
    expect(await findIssuedByHash(entries[0]?.documents[0]?.sha256 ?? '')).toMatchObject(known);
    expect((await walkTables()).count).toBe(2);
    expect(filing.mails.map(({ kind }) => kind)).toEqual(['document-filed']);
    const [mail] = await db()
      .select()
      .from(outbox)
      .where(eq(outbox.dedupeKey, `document-filed/${filing.id}`));
    expect(mail?.attachments).toMatchObject([{ versionId: sealed?.id }]);
  });

  it('takes no second statement of claim, and none after a statement of claim', async () => {
    const again = startLater(filer, { reference: notice, kind: 'statement-of-claim' }, inHours);
    await expect(again).rejects.toThrow(new Refused('statementFiled'));
    const { reference: draft } = await readyDraft(filer);
    const claim = await submitted(filer, { draft, locale: 'en' }, { now: new Date(), courtNow: inHours });
    const none = startLater(filer, { reference: claim.reference, kind: 'statement-of-claim' }, inHours);
    await expect(none).rejects.toThrow(new Refused('noStatementAwaited'));
  });

  it('does not exist for another person, nor after a later document', async () => {
    const other = await newFiler(inHours);
    const asked = { reference: notice, kind: 'affidavit-of-service' } as const;
    await expect(startLater(other, asked, inHours)).rejects.toThrow(new NotFound('issued claim'));
    const [later] = await db().select().from(filings).where(eq(filings.filedIn, number));
    const after = { reference: later?.reference ?? '', kind: 'affidavit-of-service' } as const;
    await expect(startLater(filer, after, inHours)).rejects.toThrow(NotFound);
  });

  it('files proof of service with who was served, by night on the next business day', async () => {
    const service = [{ defendant: 0, name: 'Roy', on: '2026-11-24', method: 'personal' }] as const;
    const asked = { courtNow: nextNight, promised: '2026-11-25' };
    const without = await file('affidavit-of-service', asked);
    await expect(without.send()).rejects.toThrow(new Refused('nobodyServed'));
    const { draft, send } = await file('affidavit-of-service', {
      ...asked,
      statement: { service: [...service] },
    });
    expect(draft).toBe(without.draft);
    const received = await sent(await send());
    expect(received).toMatchObject({ state: 'received', fileNumber: number, statement: { service } });
    const opened = { now: new Date(), courtNow: new Date('2026-11-25T13:30:00Z') };
    await issueDueFilings(() => opened);
    expect(
      await sent({ kind: 'submitted', filingId: '', reference: received.reference, isDue: false }),
    ).toMatchObject({
      state: 'issued',
      issueOn: '2026-11-25',
    });
    expect((await walkTables()).count).toBe(4);
  });

  it('asks after the thirty days on what ground a statement of claim is filed, and for the consent or the order', async () => {
    const { notice: after } = await issuedNotice();
    const asked = { after, courtNow: late, promised: '2026-12-24' };
    await expect((await file('statement-of-claim', asked)).send()).rejects.toThrow(new Refused('lateGround'));
    const stated = { ...asked, statement: { lateGround: 'consent' } as const };
    const { draft, send } = await file('statement-of-claim', stated);
    await expect(send()).rejects.toThrow(new Refused('groundMissing'));
    await upload(filer, draft, 'consent-or-order');
    const filing = await sent(await (await file('statement-of-claim', stated)).send());
    expect(filing).toMatchObject({ state: 'issued', statement: { lateGround: 'consent' } });
    expect(filing.documents.map(({ kind }) => kind).sort()).toEqual([
      'consent-or-order',
      'statement-of-claim',
    ]);
    expect(filing.documents.every(({ versions }) => versions.some(({ kind }) => kind === 'sealed'))).toBe(
      true,
    );
  });

  it('files no consent with a statement of claim that is in time, and takes none for proof of service', async () => {
    const { notice: after } = await issuedNotice();
    const { reference: draft } = await startLater(
      filer,
      { reference: after, kind: 'statement-of-claim' },
      inHours,
    );
    const { documentId } = await upload(filer, draft, 'consent-or-order');
    await upload(filer, draft, 'statement-of-claim');
    const own = (await listDocuments(filer, draft)).filter(({ kind }) => kind === 'statement-of-claim');
    const { contact } = (await findProfile(filer)) ?? {};
    if (!contact) throw new Error('the filer has no contact information');
    const seen = certifiedContentHash({ answers: {}, contact, documents: own });
    const asked = { draft, locale: 'en' as const, key: randomUUID(), promised: '2026-11-23', seen };
    const times = { now: new Date(), courtNow: inHours };
    const filing = await sent(await submitDocument(filer, { ...asked, statement: {} }, times, patienceMs));
    expect(filing.documents.map(({ kind }) => kind)).toEqual(['statement-of-claim']);
    const [left] = await db().select().from(documents).where(eq(documents.id, documentId));
    expect(left?.state).toBe('removed');

    const proof = await startLater(filer, { reference: after, kind: 'affidavit-of-service' }, inHours);
    await expect(upload(filer, proof.reference, 'consent-or-order')).rejects.toThrow(NotFound);
  });
});
