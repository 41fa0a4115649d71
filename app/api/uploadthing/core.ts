import { createUploadthing, type FileRouter, UploadThingError, UTFiles } from 'uploadthing/server';
import { z } from 'zod';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { beginUpload } from '@/lib/data/claim/documents/uploads';
import type { UserActor } from '@/lib/domain/access/access';
import { MAX_BYTES } from '@/lib/domain/claim/document';
import { receiveDocument } from '@/lib/jobs/issuing/receive-document';
import { log } from '@/lib/log';
import { systemNow } from '@/lib/services/clock';
import { noteRefusal } from '@/lib/web/action/refusals';

/**
 * The sender of each request, found before the SDK takes the request over. Inside the SDK `cookies()` cannot
 * be trusted: the SDK runs the work of all requests in one queue, and a middleware sees the asynchronous
 * context of the request that filled it first.
 */
export const senders = new WeakMap<Request, UserActor>();

/** A refusal that the person is told; its message is a key under `errors`. */
class UploadRefused extends UploadThingError {
  constructor(code: 'BAD_REQUEST' | 'NOT_FOUND', key: string) {
    super({ code, message: key });
  }
}

async function refuse(actor: UserActor, draft: string, error: unknown): Promise<never> {
  if (error instanceof NotFound) {
    await noteRefusal(actor, 'send form', { path: draft, why: error.what });
    throw new UploadRefused('NOT_FOUND', 'uploadFailed');
  }
  if (error instanceof Refused) throw new UploadRefused('BAD_REQUEST', error.key);
  log.error({ err: error }, 'an upload could not begin');
  throw error;
}

const f = createUploadthing({
  errorFormatter: (error) => ({ message: error instanceof UploadRefused ? error.message : 'uploadFailed' }),
});

// The SDK's type allows only powers of two; its parser takes any number.
const maxFileSize = `${MAX_BYTES}B` as '1B';

/** The uploads of the service. Only ids go to UploadThing, never the names that people gave their files. */
export const uploads = {
  claimDocument: f({
    // Any type that a browser may claim: what the file is, its bytes decide once they are here.
    blob: { maxFileSize, maxFileCount: 1, acl: 'private', contentDisposition: 'attachment' },
  })
    .input(
      z.object({
        draft: z.string(),
        kind: z.string(),
        replaces: z.string().optional(),
        byText: z.boolean().optional(),
      }),
    )
    .middleware(async ({ req, input, files }) => {
      const [actor, file] = [senders.get(req), files[0]];
      if (!actor || !file || files.length > 1) throw new UploadRefused('BAD_REQUEST', 'uploadFailed');
      const asked = { ...input, name: file.name, size: file.size };
      const { documentId } = await beginUpload(actor, asked, systemNow()).catch((error: unknown) =>
        refuse(actor, input.draft, error),
      );
      return {
        documentId,
        person: actor.userId,
        replaces: input.replaces,
        byText: input.byText,
        [UTFiles]: [{ ...file, name: `${documentId}.pdf`, customId: documentId }],
      };
    })
    .onUploadComplete(async ({ file, metadata: { documentId, person, replaces, byText } }) => {
      // Keys can collide (they have 30 bits), so the id that was signed with the file decides to which
      // document it belongs.
      if (file.customId !== documentId) {
        log.error({ documentId, key: file.key }, 'an upload came back under the id of another');
        return;
      }
      await receiveDocument(documentId, { storageKey: file.key, person, replaces, byText });
      return { documentId };
    }),
} satisfies FileRouter;

export type Uploads = typeof uploads;
