import { randomBytes, randomUUID, verify, X509Certificate } from 'node:crypto';
import { env } from '@/lib/env';
import { within } from '@/lib/jobs/health/within';
import { renderStaffHeld } from '@/lib/mail/claim/staff-held';
import { courtKey } from '@/lib/services/signing/signing-key';
import { checkStorage } from '@/lib/storage/check';
import { tryStorage } from '@/lib/storage/try-storage';

/**
 * What the service does once before it serves: it uses each part that it would otherwise need for the first time when
 * somebody waits. A trial throws if its part does not work.
 */
export type Trial = { name: string; run: () => Promise<unknown> };

/** Signs with the court's key and checks the signature by its certificate. */
async function sign(): Promise<void> {
  const key = await courtKey();
  const attributes = randomBytes(64);
  const { publicKey } = new X509Certificate(key.certificate);
  if (!verify('sha256', attributes, publicKey, await key.sign(attributes)))
    throw new Error('Its signature does not verify by its certificate.');
}

async function render(): Promise<void> {
  const url = `${env.PUBLIC_ORIGIN}/en/admin`;
  const { subject, html, text } = await renderStaffHeld({ reference: 'R-0000-0000', code: 'trial', url });
  if (![subject, html, text].every((part) => part.includes('R-0000-0000')))
    throw new Error('What was rendered lacks its words.');
}

const signing: Trial = { name: env.SIGNING_PKCS12 ? 'SIGNING_PKCS12' : 'SIGNING_KEY', run: sign };
async function storeAndRead(): Promise<void> {
  await checkStorage();
  await tryStorage(`trial.${randomUUID()}`);
}
const mailing: Trial = { name: 'MAIL_FROM', run: render };

const isStorageElsewhere = Boolean(env.UPLOADTHING_TOKEN) || env.STORAGE === 's3';
const placeName = env.STORAGE === 's3' ? 'STORAGE' : 'DATA_DIR';
const storing: Trial = { name: env.UPLOADTHING_TOKEN ? 'UPLOADTHING_TOKEN' : placeName, run: storeAndRead };

const isKeyGiven = Boolean(env.SIGNING_KEY || env.SIGNING_PKCS12);

/** What can be tried while nothing has been written under DATA_DIR yet. */
export const trialsBefore = [
  mailing,
  ...(isKeyGiven ? [signing] : []),
  ...(isStorageElsewhere ? [storing] : []),
];

/** What writes under DATA_DIR. */
export const trialsAfter = [...(isKeyGiven ? [] : [signing]), ...(isStorageElsewhere ? [] : [storing])];

/** Storage may be slow, and a start may wait a little. */
const patienceMs = 60_000;

const wordsOf = (error: unknown) =>
  error instanceof Error ? error.message.split('\n')[0] || error.name : String(error);

/** Runs trials one after the other. @throws with all that do not work, in one list, by the variables that set them */
export async function tryAll(trials: readonly Trial[]): Promise<void> {
  const failed: string[] = [];
  for (const { name, run } of trials)
    await within(patienceMs, run()).catch((error: unknown) => failed.push(`  ${name}: ${wordsOf(error)}`));
  if (failed.length > 0) throw new Error(`The service cannot work:\n${failed.join('\n')}`);
}
