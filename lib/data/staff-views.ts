import { recordView } from '@/lib/data/audit';
import { type FiledClaim, getFiling } from '@/lib/data/filings';
import { getMail } from '@/lib/data/outbox';
import { getReceipt, type Receipt } from '@/lib/data/receipts';
import { getRepair, type Repair } from '@/lib/data/repairs';
import { getUser, type UserLine } from '@/lib/data/user-administration';
import { type DocumentVersion, getVersion } from '@/lib/data/versions';
import type { Actor } from '@/lib/domain/access';

/**
 * What people are shown or given whole, each as the function that it asks: for whose it is, and for staff, whose looking
 * is in the audit log. All throw NotFound for anyone else. Staff's own page of a filing is lib/data/filing-record.ts.
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

export async function viewRepair(actor: Actor, id: string, now: Date): Promise<Repair> {
  const repair = await getRepair(actor, id);
  await recordView(actor, 'view copy', id, now);
  return repair;
}

export async function viewMail(actor: Actor, id: string, now: Date) {
  const mail = await getMail(actor, id);
  await recordView(actor, 'view e-mail', id, now);
  return mail;
}

export async function viewUser(actor: Actor, id: string, now: Date): Promise<UserLine> {
  const user = await getUser(actor, id);
  await recordView(actor, 'view user', id, now);
  return user;
}
