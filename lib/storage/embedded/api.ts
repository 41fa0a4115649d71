import { z } from 'zod';
import {
  announce,
  announcement,
  deleteById,
  deleteFile,
  findFile,
  isKey,
  keepAnswer,
  listKeys,
} from '@/lib/storage/embedded/files';
import { apiKey, isSame } from '@/lib/storage/embedded/signature';

const key = z.string().refine(isKey);
const announced = announcement.extend({ fileKeys: z.array(key) });
const answered = z.object({ fileKey: key, callbackData: z.unknown() });
const toDelete = z.object({
  fileKeys: z.array(key).default([]),
  customIds: z.array(z.string()).default([]),
});
const page = z.object({
  limit: z.number().int().positive().default(500),
  offset: z.number().int().min(0).default(0),
});

async function routeMetadata(body: unknown) {
  const { fileKeys, ...about } = announced.parse(body);
  const noted = await Promise.all(fileKeys.map((fileKey) => announce(fileKey, announcement.parse(about))));
  return { ok: noted.every(Boolean) };
}

async function callbackResult(body: unknown) {
  const { fileKey, callbackData } = answered.parse(body);
  return { ok: await keepAnswer(fileKey, callbackData) };
}

async function deleteFiles(body: unknown) {
  const { fileKeys, customIds } = toDelete.parse(body);
  const deleted = await Promise.all([...fileKeys.map(deleteFile), ...customIds.map(deleteById)]);
  return { success: true, deletedCount: deleted.filter(Boolean).length };
}

async function listFiles(body: unknown) {
  const { limit, offset } = page.parse(body);
  const keys: string[] = [];
  for await (const some of listKeys()) {
    keys.push(...some);
    if (keys.length > offset + limit) break;
  }
  const files = await Promise.all(
    keys.slice(offset, offset + limit).map(async (fileKey) => ({ fileKey, file: await findFile(fileKey) })),
  );
  return {
    hasMore: keys.length > offset + limit,
    files: files.flatMap(({ fileKey, file }) =>
      file
        ? {
            id: fileKey,
            key: fileKey,
            customId: file.customId,
            name: file.name,
            size: file.size,
            status: 'Uploaded',
            uploadedAt: file.uploadedAt,
          }
        : [],
    ),
  };
}

const endpoints: Record<string, (body: unknown) => Promise<unknown>> = {
  'route-metadata': routeMetadata,
  'callback-result': callbackResult,
  deleteFiles,
  listFiles,
};

/** Answers the SDK's calls to UploadThing's API and to its ingest server, but only with the API key. */
export async function api(request: Request): Promise<Response> {
  if (!isSame(request.headers.get('x-uploadthing-api-key') ?? '', apiKey())) {
    return Response.json({ error: 'not the API key' }, { status: 401 });
  }
  const endpoint = endpoints[new URL(request.url).pathname.split('/').at(-1) ?? ''];
  if (!endpoint) return Response.json({ error: 'not offered by the embedded service' }, { status: 404 });
  return Response.json(await endpoint(await request.json()));
}
