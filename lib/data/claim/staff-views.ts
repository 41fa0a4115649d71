import { getUser, type UserLine } from '@/lib/data/account/user-administration';
import { hasViewed, recordView } from '@/lib/data/audit/audit';
import { getReceipt, type Receipt } from '@/lib/data/claim/receipts';
import { type DocumentVersion, getVersion } from '@/lib/data/claim/versions';
import { getCorrection, type UploadedCorrection } from '@/lib/data/filing/corrections/uploads';
import { type FiledClaim, getFiling } from '@/lib/data/filing/filings';
import { getSubstitute, type Substitute } from '@/lib/data/filing/substitutes';
import { getMail } from '@/lib/data/mail/mails';
import type { Actor } from '@/lib/domain/access/access';

/**
 * Data that is shown or handed over whole: to people their own, to staff everything. The audit log records
 * each look by staff. Each function throws NotFound for anyone else. Staff's own page of a filing is
 * lib/data/filing/filing-record.ts.
 */

export async function viewFiling(actor: Actor, reference: string, now: Date): Promise<FiledClaim> {
  const filing = await getFiling(actor, reference);
  await recordView(actor, 'view filing', reference, now);
  return filing;
}

export async function viewReceipt(actor: Actor, reference: string, now: Date): Promise<Receipt> {
  const receipt = await getReceipt(actor, reference);
  await recordView(actor, 'view receipt', reference, now);
  return receipt;
}

export async function viewVersion(actor: Actor, versionId: string, now: Date): Promise<DocumentVersion> {
  const version = await getVersion(actor, versionId);
  await recordView(actor, 'view document', version.reference ?? versionId, now);
  return version;
}

export async function viewSubstitute(actor: Actor, id: string, now: Date): Promise<Substitute> {
  const substitute = await getSubstitute(actor, id);
  await recordView(actor, 'view copy', id, now);
  return substitute;
}

export async function viewCorrection(actor: Actor, id: string, now: Date): Promise<UploadedCorrection> {
  const correction = await getCorrection(actor, id);
  await recordView(actor, 'view copy', correction.reference, now);
  return correction;
}

export async function viewMail(actor: Actor, id: string, now: Date) {
  const mail = await getMail(actor, id);
  await recordView(actor, 'view e-mail', id, now);
  return mail;
}

/** The page of a message shows it in a frame, which is asked for at once. */
const sameLookMs = 60_000;

/** A message as its reader sees it. Within the page of the message, whose line in the log tells of it, it adds none. */
export async function viewMailFrame(actor: Actor, id: string, now: Date) {
  const mail = await getMail(actor, id);
  if (!(await hasViewed(actor, 'view e-mail', id, new Date(now.getTime() - sameLookMs))))
    await recordView(actor, 'view e-mail', id, now);
  return mail;
}

export async function viewUser(actor: Actor, id: string, now: Date): Promise<UserLine> {
  const user = await getUser(actor, id);
  await recordView(actor, 'view user', id, now);
  return user;
}
