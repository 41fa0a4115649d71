import { ReceivedFile } from '@/app/api/verify/received-file';
import { MAX_CHECKED_BYTES } from '@/lib/domain/register/verification-query';
import { readForm } from '@/lib/storage/embedded/multipart';

/**
 * Reads the one file of a multipart/form-data request as it arrives and stores nothing of it. Of a file that
 * is too large it reads one byte more than the limit.
 * @throws if the request breaks off or is not such a form
 */
export async function receiveFile(request: Request): Promise<ReceivedFile> {
  const received = new ReceivedFile();
  const { names } = await readForm(request, { bytes: MAX_CHECKED_BYTES }, async (file) => {
    for await (const bytes of file) received.take(bytes);
  });
  received.name = names[0] ?? '';
  return received;
}
