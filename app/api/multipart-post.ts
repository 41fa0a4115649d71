import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { cameFrom, tooOften } from '@/app/api/rate-limit';
import { seeOther, signInFirst } from '@/app/api/see-other';
import { findSender } from '@/app/api/uploadthing/sender';
import { MustWait, NotFound, Refused } from '@/lib/data/access/errors';
import type { UserActor } from '@/lib/domain/access/access';
import { MAX_BYTES } from '@/lib/domain/claim/document';
import { log } from '@/lib/log';
import { type ReceivedForm, receiveForm } from '@/lib/storage/embedded/multipart';
import { temporary } from '@/lib/storage/embedded/temporary';
import type { Href } from '@/lib/web/routes/navigation';
import { localeOf } from '@/lib/web/routes/routing';

type Fields = ReceivedForm['fields'];

/** The purpose of a form with one file. */
type Upload = {
  /** The form's page, which shows why a file was `refused`; null if the fields name none. */
  page(fields: Fields, refused?: string): Href | null;
  /**
   * Receives the file, which exists under `path` until the request is answered.
   * @returns why it is refused: a key under `errors` or `refusal`
   * @throws NotFound, Refused
   */
  take(actor: UserActor, form: ReceivedForm, path: string): Promise<string | undefined>;
};

/** The reason to show. For data that is not the person's the page itself answers that it does not exist. */
function refusalOf(error: unknown): string | undefined {
  if (error instanceof NotFound) return undefined;
  if (error instanceof Refused) return error.key;
  log.error({ err: error }, 'a file sent by a form could not be taken');
  return 'uploadFailed';
}

/** Leads to the sign-in page, and from there back to the page of the form. */
function toSignIn(request: Request): Response {
  const from = cameFrom(request);
  const next = from && new URL(from).pathname;
  return signInFirst(next, localeOf(next?.split('/')[1]));
}

async function answer(request: Request, path: string, upload: Upload): Promise<Response> {
  const sender = await findSender(request, 'upload');
  // Nothing is read of what nobody may send.
  if (sender === 'sentFromElsewhere') return new Response(null, { status: 403 });
  if (sender instanceof MustWait) return tooOften(request, sender);
  if (sender === 'uploadSignedOut') return toSignIn(request);
  const form = await receiveForm(request, path, MAX_BYTES).catch(() => null);
  const page = form && upload.page(form.fields);
  if (!page) return new Response(null, { status: 400 });
  const locale = localeOf(form.fields.locale);
  const refused = await upload.take(sender, form, path).catch(refusalOf);
  return seeOther((refused && upload.page(form.fields, refused)) || page, locale);
}

/**
 * Handles a form with one file that is sent without JavaScript: multipart/form-data with a field `locale`.
 * Answers 303 to the form's page or to the sign-in page; 400 to a form without a page, 403 to one from
 * another site, 429 to a sender who sends too often.
 */
export function multipartPost(upload: Upload): (request: Request) => Promise<Response> {
  return async (request) => {
    const path = await temporary(randomUUID());
    return answer(request, path, upload).finally(() => rm(path, { force: true }));
  };
}
