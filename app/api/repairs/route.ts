import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { hasLocale } from 'next-intl';
import { tooOften } from '@/app/api/too-often';
import { findSender, isSomeone } from '@/app/api/uploadthing/sender';
import { MustWait, NotFound, Refused } from '@/lib/data/errors';
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
import { getPathname, type Href } from '@/lib/web/navigation';
import { routing } from '@/lib/web/routing';

/** @returns why the copy was not taken: a code under `refusal` or a key under `errors` */
async function take(
  actor: UserActor,
  { fields, name, written }: ReceivedForm,
  path: string,
): Promise<string | undefined> {
  const kind = REPAIR_KINDS.find((one) => one === fields.kind);
  if (!name) return 'chooseFile';
  if (!kind) return 'chooseRepairKind';
  if (written === 0) return 'fileEmpty';
  if (written > MAX_BYTES) return 'fileTooLarge';
  const { reference = '', document: documentId = '', promised = '' } = fields;
  const times = { now: systemNow(), courtNow: courtNow() };
  const offer = { reference, documentId, kind, name, promised };
  return receiveRepair(actor, offer, await readFile(path), times);
}

function refusalOf(error: unknown): string | undefined {
  // The page of a filing that is not theirs says so itself.
  if (error instanceof NotFound) return undefined;
  if (error instanceof Refused) return error.key;
  log.error({ err: error }, 'a copy could not be taken');
  return 'uploadFailed';
}

async function answer(request: Request, path: string): Promise<Response> {
  const sender = await findSender(request, 'upload');
  if (sender === 'sentFromElsewhere') return new Response(null, { status: 403 });
  const form = await receiveForm(request, path, isSomeone(sender) ? MAX_BYTES : 0).catch(() => null);
  if (sender instanceof MustWait) return tooOften(request, sender);
  if (!form?.fields.reference) return new Response(null, { status: 400 });

  const { reference, locale: asked } = form.fields;
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  const seeOther = (href: Href) =>
    new Response(null, {
      status: 303,
      headers: { location: env.PUBLIC_ORIGIN + getPathname({ href, locale }) },
    });
  const page = { pathname: '/transactions/[reference]', params: { reference } } as const;
  if (sender === 'uploadSignedOut') {
    const next = getPathname({ href: page, locale });
    return seeOther({ pathname: '/sign-in', query: { next, expired: '1' } });
  }

  const refused = await take(sender, form, path).catch(refusalOf);
  wakeWorker();
  return seeOther(refused ? { ...page, query: { refused } } : page);
}

/**
 * A copy in the place of a document that could not be sealed: multipart/form-data with the fields `reference`
 * (of the filing), `document`, `kind`, `promised` (the date that the page gave for a replacement) and `locale`, and one
 * file. Answers 303 to the filing's page, with `?refused=` if the copy was not taken, or to the page for signing in.
 */
export async function POST(request: Request): Promise<Response> {
  const path = await incoming(randomUUID());
  return answer(request, path).finally(() => rm(path, { force: true }));
}
