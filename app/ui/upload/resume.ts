import { genUploader } from 'uploadthing/client';
import type { Uploads } from '@/app/api/uploadthing/core';

/**
 * What the server is told of a file: the draft, the kind or '', the document whose place it takes, and whether only its
 * text says which document it is.
 */
export type UploadInput = {
  draft: string;
  kind: string;
  replaces?: string | undefined;
  byText?: boolean | undefined;
};

type Watched = { onProgress: (percent: number) => void; signal?: AbortSignal };
type Upload = { url: string; file: File } & Watched;

/** How long a connection may stay away before the person is told, in milliseconds: 2, 4, 8, then 15 seconds eight times. */
const waits = [2_000, 4_000, 8_000, ...Array<number>(8).fill(15_000)];

/** Waits; shorter where the browser says that the connection is there again. */
const wait = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
    window.addEventListener('online', () => resolve(), { once: true });
  });

/** How many bytes have arrived. */
async function arrived(url: string): Promise<number> {
  const answer = await fetch(url, { method: 'HEAD' });
  return Number(answer.headers.get('x-ut-range-start') ?? 0);
}

/** Sends the rest of a file. @returns the status of the answer, 0 where the connection broke */
const sendRest = ({ url, file, onProgress, signal }: Upload, start: number) =>
  new Promise<number>((resolve) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    request.setRequestHeader('Range', `bytes=${start}-`);
    request.upload.onprogress = ({ loaded }) =>
      onProgress(Math.min(100, Math.round((100 * (start + loaded)) / file.size)));
    request.onloadend = () => resolve(request.status);
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    const form = new FormData();
    form.append('file', start > 0 ? file.slice(start) : file, file.name);
    request.send(form);
  });

/** 400 and 416 say that the server still held the broken connection, and 5xx that one in front of it found none. */
const isWorthAnother = (status: number) => [0, 400, 416].includes(status) || status >= 500;

/** Goes on with an upload that broke off, from the byte that is missing. @returns whether the file arrived */
async function goOn(upload: Upload): Promise<boolean> {
  let tries = 0;
  let last = 0;
  for (; tries < waits.length; tries += 1) {
    await wait(waits[tries] ?? 0);
    if (upload.signal?.aborted) return false;
    const start = await arrived(upload.url).catch(() => null);
    if (start === null) continue;
    // Who gets on is not given up.
    if (start > last) tries = 0;
    last = start;
    const status = await sendRest(upload, start);
    if (!isWorthAnother(status)) return status >= 200 && status < 300;
  }
  return false;
}

/**
 * Sends one file. Where the connection breaks it goes on from where it broke, for as long as bytes arrive at least every
 * two minutes: the SDK itself would begin anew, as another document.
 * @throws the SDK's error where the file was refused, or did not arrive
 */
export async function sendFile(
  file: File,
  input: UploadInput,
  { onProgress, signal }: Watched,
): Promise<void> {
  let address: string | undefined;
  const noting: typeof fetch = async (request, init) => {
    const answer = await fetch(request, init);
    const found =
      answer.ok &&
      (await answer
        .clone()
        .json()
        .catch(() => null));
    address ??= Array.isArray(found) ? found[0]?.url : undefined;
    return answer;
  };
  const { uploadFiles } = genUploader<Uploads>({ fetch: noting });
  try {
    await uploadFiles('claimDocument', {
      files: [file],
      input,
      ...(signal && { signal }),
      onUploadProgress: ({ progress }) => onProgress(Math.round(progress)),
    });
  } catch (error) {
    const broke = (error as { code?: string }).code === 'UPLOAD_FAILED' && address;
    if (!broke || !(await goOn({ url: broke, file, onProgress, ...(signal && { signal }) }))) throw error;
  }
}
