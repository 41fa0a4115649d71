import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { hasLocale } from 'next-intl';
import { findSender } from '@/app/api/uploadthing/sender';
import { NotFound, Refused } from '@/lib/data/errors';
import type { UserActor } from '@/lib/domain/access';
import { MAX_BYTES } from '@/lib/domain/document';
import { REPAIR_KINDS } from '@/lib/domain/repair';
import { env } from '@/lib/env';
import { receiveRepair } from '@/lib/jobs/repair';
import { wakeWorker } from '@/lib/jobs/worker';
import { log } from '@/lib/log';
import { courtNow, systemNow } from '@/lib/services/clock';
import { incoming } from '@/lib/services/storage/files';
import { type ReceivedForm, receiveForm } from '@/lib/services/storage/multipart';
import { getPathname } from '@/lib/web/navigation';
import { routing } from '@/lib/web/routing';

/** @returns why the copy was not taken: a code under `refusal` or a key under `errors` */
async function take(
  actor: UserActor,
  { fields, name }: ReceivedForm,
  path: string,
): Promise<string | undefined> {
  const kind = REPAIR_KINDS.find((one) => one === fields.kind);
  if (!name) return 'chooseFile';
  if (!kind) return 'chooseRepairKind';
  const { reference = '', document: documentId = '' } = fields;
  const times = { now: systemNow(), courtNow: courtNow() };
  return receiveRepair(actor, { reference, documentId, kind, name }, await readFile(path), times);
}

function refusalOf(error: unknown): string | undefined {
  // The page of a filing that is not theirs says so itself.
  if (error instanceof NotFound) return undefined;
  if (error instanceof Refused) return error.key;
  log.error({ err: error }, 'a copy could not be taken');
  return 'uploadFailed';
}

async function answer(request: Request, path: string): Promise<Response> {
  const sender = await findSender(request);
  if (typeof sender === 'string')
    return new Response(null, { status: sender === 'tooManyTries' ? 429 : 403 });
  const form = await receiveForm(request, path, MAX_BYTES).catch(() => null);
  if (!form?.fields.reference) return new Response(null, { status: 400 });
  const refused = await take(sender, form, path).catch(refusalOf);
  wakeWorker();
  const locale = hasLocale(routing.locales, form.fields.locale) ? form.fields.locale : routing.defaultLocale;
  const params = { reference: form.fields.reference };
  const query = refused ? { refused } : undefined;
  const href = { pathname: '/transactions/[reference]', params, query } as const;
  return new Response(null, {
    status: 303,
    headers: { location: env.PUBLIC_ORIGIN + getPathname({ href, locale }) },
  });
}

/**
 * A copy in the place of a document that could not be sealed: multipart/form-data with the fields `reference` (of the
 * filing), `document`, `kind` and `locale` and one file. Answers 303 to the filing's page, with `?refused=` if the copy
 * was not taken.
 */
export async function POST(request: Request): Promise<Response> {
  const path = await incoming(randomUUID());
  return answer(request, path).finally(() => rm(path, { force: true }));
}
