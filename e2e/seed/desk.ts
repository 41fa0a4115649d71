import { eq } from 'drizzle-orm';
import { propose } from '../../lib/data/approval/proposals';
import { startPaper } from '../../lib/data/claim/paper/paper-drafts';
import { getCalendarOf } from '../../lib/data/court/calendar';
import { declareOutage, listLasting, retractOutage } from '../../lib/data/court/outages';
import { db } from '../../lib/data/db/db';
import { corrections, documents } from '../../lib/data/db/schema/document';
import { filings } from '../../lib/data/db/schema/filing';
import { findUnfiled } from '../../lib/data/filing/corrections/uploads';
import { getFiling } from '../../lib/data/filing/filings';
import type { UserActor } from '../../lib/domain/access/access';
import type { Wish } from '../../lib/domain/approval/proposal';
import { courtDay, issueOn, type Times } from '../../lib/domain/court/calendar';
import { approve } from '../../lib/jobs/approval/approve';
import { issueDueFilings } from '../../lib/jobs/issuing/issue';
import { receiveCorrection } from '../../lib/jobs/issuing/receive-correction';
import { contact } from '../../lib/testing/account/people';
import { filled, submitted } from '../../lib/testing/claim/submit';
import { claimPdf } from '../fixtures/pdfs';

/** What staff did: each function takes who did it. */
export type Staff = { clerk: UserActor; registrar: UserActor; administrator: UserActor };

/** Leaves a document without a place for the seal, so that its filing goes on hold. */
export async function withoutPlace(documentId: string): Promise<void> {
  await db()
    .update(documents)
    .set({ place: { kind: 'nowhere' } })
    .where(eq(documents.id, documentId));
}

/** Carries a change out that one proposes and another approves. */
async function agreed({ registrar, administrator }: Staff, wish: Wish, reason: string, times: Times) {
  await approve(administrator, await propose(registrar, wish, reason, times), times);
}

/** Files a corrected version beside an issued claim. @returns the version's reference */
export async function correction(staff: Staff, reference: string, times: Times): Promise<string> {
  const { registrar } = staff;
  const filing = await getFiling(registrar, reference);
  const upload = { reference, documentId: filing.documents[0]?.id ?? '', name: 'corrected.pdf' };
  const bytes = await claimPdf({ title: 'Statement of Claim, corrected', pages: 1 });
  await receiveCorrection(registrar, upload, bytes, times);
  const uploaded = await findUnfiled(registrar, filing.id);
  if (!uploaded) throw new Error('the version was not uploaded');
  const order = { ground: 'order' as const, orderedOn: courtDay(times.courtNow), judge: 'Okafor J.' };
  const wish = { kind: 'correct-filing' as const, reference, correction: uploaded.correction.id, ...order };
  await agreed(staff, wish, 'The name of the defendant was misspelled.', times);
  await issueDueFilings(() => times);
  const [filed] = await db()
    .select({ reference: filings.reference })
    .from(corrections)
    .innerJoin(filings, eq(filings.id, corrections.filedAs))
    .where(eq(corrections.id, uploaded.correction.id));
  if (!filed) throw new Error('the version was not filed');
  return filed.reference;
}

/** Seals the court file of an issued claim. */
export async function restriction(staff: Staff, reference: string, times: Times): Promise<void> {
  const order = { orderedOn: courtDay(times.courtNow), judge: 'Okafor J.', publicTitle: '' };
  const wish = { kind: 'restrict-file' as const, reference, restriction: 'sealed' as const, ...order };
  await agreed(staff, wish, 'Ordered on the motion of the plaintiff.', times);
}

/** A claim that a clerk takes at the counter. @returns its reference */
export async function paper({ clerk }: Staff, times: Times, isSealable = true): Promise<string> {
  const { courtNow } = times;
  const person = { ...contact, lastName: 'Quillfeather', firstName: 'Percy', email: 'percy@example.org' };
  const stated = { receivedAt: courtNow.toISOString(), lateReason: '', accountEmail: '' };
  const { reference: draft } = await startPaper(clerk, { contact: person, ...stated }, times);
  const { documentId } = await filled(clerk, draft);
  if (!isSealable) await withoutPlace(documentId);
  const promised = issueOn(courtNow, await getCalendarOf('barrie'));
  return (await submitted(clerk, { draft, locale: 'en', promised }, times)).reference;
}

/** An outage that is over, one that was declared in error, and a notice on every page. */
export async function announcements(staff: Staff, { now, courtNow }: Times): Promise<void> {
  const { registrar } = staff;
  const hoursAgo = (count: number) => new Date(courtNow.getTime() - count * 3_600_000);
  const what = {
    whatEn: 'Documents could not be uploaded',
    whatFr: 'Aucun document ne pouvait être téléversé',
  };
  const times = { now, courtNow };
  await declareOutage(registrar, { startedAt: hoursAgo(30), endedAt: hoursAgo(28), ...what }, times);
  await declareOutage(registrar, { startedAt: hoursAgo(2), endedAt: null, ...what }, times);
  const [wrong] = await listLasting(courtNow);
  await retractOutage(registrar, wrong?.id ?? '', 'It was the network of one office alone.', times);
  const words = {
    en: 'The court offices close at noon on December 24.',
    fr: 'Les greffes ferment à midi le 24 décembre.',
  };
  const setting = { version: 1 as const, kind: 'notice' as const, ...words, until: null };
  const wish = { kind: 'change-notice' as const, setting, effectiveOn: courtDay(courtNow) };
  await agreed(staff, wish, 'As every year.', times);
}
