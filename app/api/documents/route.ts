import { randomUUID } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { rm } from 'node:fs/promises';
import { hasLocale } from 'next-intl';
import { tooOften } from '@/app/api/too-often';
import { findSender, isSomeone } from '@/app/api/uploadthing/sender';
import { beginUpload } from '@/lib/data/documents';
import { MustWait, NotFound, Refused } from '@/lib/data/errors';
import type { UserActor } from '@/lib/domain/access';
import { MAX_BYTES } from '@/lib/domain/document';
import { env } from '@/lib/env';
import { receiveDocument } from '@/lib/jobs/receive';
import { log } from '@/lib/log';
import { systemNow } from '@/lib/services/clock';
import { incoming } from '@/lib/services/storage/files';
import { type ReceivedForm, receiveForm } from '@/lib/services/storage/multipart';
import { store } from '@/lib/services/storage/store';
import { getPathname, type Href } from '@/lib/web/navigation';
import { routing } from '@/lib/web/routing';

/** Stores the file as a document of the draft. @throws NotFound, Refused */
async function takeDocument(actor: UserActor, form: ReceivedForm, path: string): Promise<void> {
  const { draft = '', kind = '' } = form.fields;
  if (!form.name) throw new Refused('chooseFile');
  const about = { draft, kind, name: form.name, size: form.written };
  const { documentId } = await beginUpload(actor, about, systemNow());
  const bytes = await openAsBlob(path, { type: 'application/pdf' });
  const storageKey = await store.put({ customId: documentId, name: `${documentId}.pdf` }, bytes);
  await receiveDocument(documentId, { storageKey });
}

/** Nothing when the document was taken or the draft does not exist (its page says so), else a key under `errors`. */
function refusalOf(error: unknown): string | undefined {
  if (error instanceof NotFound) return;
  if (error instanceof Refused) return error.key;
  log.error({ err: error }, 'a document sent by form could not be taken');
  return 'uploadFailed';
}

async function answer(request: Request, path: string): Promise<Response> {
  const sender = await findSender(request, 'upload');
  if (sender === 'sentFromElsewhere') return new Response(null, { status: 403 });
  const form = await receiveForm(request, path, isSomeone(sender) ? MAX_BYTES : 0).catch(() => null);
  if (sender instanceof MustWait) return tooOften(request, sender);
  if (!form?.fields.draft) return new Response(null, { status: 400 });

  const { draft, kind = '', locale: asked } = form.fields;
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  const seeOther = (href: Href) =>
    new Response(null, {
      status: 303,
      headers: { location: env.PUBLIC_ORIGIN + getPathname({ href, locale }) },
    });
  const page = { pathname: '/claims/[draft]/documents', params: { draft } } as const;
  if (sender === 'uploadSignedOut') {
    return seeOther({
      pathname: '/sign-in',
      query: { next: getPathname({ href: page, locale }), expired: '1' },
    });
  }

  const refused = await takeDocument(sender, form, path).then(() => undefined, refusalOf);
  return seeOther(refused ? { ...page, query: { refused, kind } } : page);
}

/**
 * A document sent by a form, without JavaScript: multipart/form-data with the fields `draft` (reference), `kind` and
 * `locale` and one file. Answers 303 to the draft's page of documents, with `?refused=<key under errors>&kind=` if
 * the file was not taken, or to the page for signing in.
 */
export async function POST(request: Request): Promise<Response> {
  const path = await incoming(randomUUID());
  return answer(request, path).finally(() => rm(path, { force: true }));
}
