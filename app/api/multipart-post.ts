import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { cameFrom, tooOften } from '@/app/api/rate-limit';
import { seeOther, signInFirst } from '@/app/api/see-other';
import { findSender } from '@/app/api/uploadthing/sender';
import { MustWait, NotFound, Refused } from '@/lib/data/access/errors';
import type { UserActor } from '@/lib/domain/access/access';
import { MAX_BYTES } from '@/lib/domain/claim/document';
import { log } from '@/lib/log';
import { type ReceivedFile, type ReceivedForm, receiveForm } from '@/lib/storage/embedded/multipart';
import { temporary } from '@/lib/storage/embedded/temporary';
import type { Href } from '@/lib/web/routes/navigation';
import { localeOf } from '@/lib/web/routes/routing';

type Fields = ReceivedForm['fields'];

/** The purpose of a form with files. */
type Upload = {
  /** The most files that the form can bring: one if it is not said. */
  most?: number;
  /** The form's page, which shows why files were `refused`; null if the fields name none. */
  page(fields: Fields, refused?: string): Href | null;
  /**
   * Receives a file, which exists under its path until the request is answered; one without a name if none was chosen.
   * `count` is how many files came together.
   * @returns why it is refused: a key under `errors` or `refusal`
   * @throws NotFound, Refused
   */
  take(actor: UserActor, file: ReceivedFile, fields: Fields, count: number): Promise<string | undefined>;
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

const noFile: ReceivedFile = { name: '', path: '', written: 0 };

async function answer(request: Request, pathOf: (at: number) => string, upload: Upload): Promise<Response> {
  const sender = await findSender(request, 'upload');
  // Nothing is read of what nobody may send.
  if (sender === 'sentFromElsewhere') return new Response(null, { status: 403 });
  if (sender instanceof MustWait) return tooOften(request, sender);
  if (sender === 'uploadSignedOut') return toSignIn(request);
  const limits = { bytes: MAX_BYTES, files: upload.most ?? 1 };
  const form = await receiveForm(request, pathOf, limits).catch(() => null);
  const page = form && upload.page(form.fields);
  if (!page) return new Response(null, { status: 400 });
  const locale = localeOf(form.fields.locale);
  const refused: string[] = [];
  const files = form.files.length > 0 ? form.files : [noFile];
  for (const file of files)
    refused.push(
      ...[(await upload.take(sender, file, form.fields, files.length).catch(refusalOf)) ?? []].flat(),
    );
  return seeOther((refused[0] && upload.page(form.fields, refused[0])) || page, locale);
}

/**
 * Handles a form with files that is sent without JavaScript: multipart/form-data with a field `locale`. Each file is
 * taken by itself, and the first refusal is shown. Answers 303 to the form's page or to the sign-in page; 400 to a form
 * without a page, 403 to one from another site, 429 to a sender who sends too often.
 */
export function multipartPost(upload: Upload): (request: Request) => Promise<Response> {
  return async (request) => {
    const id = randomUUID();
    const paths = await Promise.all(
      Array.from({ length: upload.most ?? 1 }, (_, at) => temporary(`${id}.${at}`)),
    );
    return answer(request, (at) => paths[at] ?? '', upload).finally(() =>
      Promise.all(paths.map((path) => rm(path, { force: true }))),
    );
  };
}
