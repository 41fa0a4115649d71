'use client';
import { useRef, useState } from 'react';
import { sendFile, type UploadInput } from '@/app/ui/upload/resume';

const aliveEveryMs = 60_000;

type Watched = {
  /** In percent. */
  onProgress: (percent: number) => void;
  /** Keeps the session open; called while the upload makes progress, at most once a minute. */
  onAlive: () => void;
  signal?: AbortSignal;
};

/** The message of a failed upload. The server's refusal is a key under `errors`. */
const refusalOf = (error: unknown) => {
  const { code = 'UPLOAD_FAILED', message } = error as { code?: string; message?: string };
  return code === 'UPLOAD_FAILED' || code === 'INTERNAL_CLIENT_ERROR' ? 'uploadFailed' : String(message);
};

/**
 * Sends one document of a draft.
 * @returns null once it arrived, and the document's state then tells whether it is accepted; else why not: a key under
 *   `errors`
 */
async function sendDocument(
  file: File,
  input: UploadInput,
  { onProgress, onAlive, signal }: Watched,
): Promise<string | null> {
  let aliveAt = performance.now();
  try {
    await sendFile(file, input, {
      ...(signal && { signal }),
      onProgress: (percent) => {
        onProgress(percent);
        if (performance.now() - aliveAt < aliveEveryMs) return;
        aliveAt = performance.now();
        onAlive();
      },
    });
    return null;
  } catch (error) {
    return refusalOf(error);
  }
}

/** How the upload of one document ended. */
type Ended = 'arrived' | 'refused' | 'cancelled';

/**
 * Uploads one document. `progress` is in percent during the upload, else null; `refused` is a key under `errors`; `cancel`
 * ends the upload.
 */
export function useDocumentUpload({ onAlive }: { onAlive: () => void }) {
  const [progress, setProgress] = useState<number | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);

  async function upload(file: File, input: UploadInput): Promise<Ended> {
    const abort = new AbortController();
    running.current = abort;
    setRefused(null);
    setProgress(0);
    const why = await sendDocument(file, input, { onProgress: setProgress, onAlive, signal: abort.signal });
    running.current = null;
    setProgress(null);
    if (why === null) return 'arrived';
    if (abort.signal.aborted) return 'cancelled';
    setRefused(why);
    return 'refused';
  }

  return { upload, progress, refused, cancel: () => running.current?.abort() };
}

/** A file on its way: `progress` in percent, null while it waits; `refused` is a key under `errors`. */
export type QueuedFile = {
  id: number;
  file: File;
  input: UploadInput;
  progress: number | null;
  refused: string | null;
};

type Queue = {
  onAlive: () => void;
  /** A file arrived, or was cancelled while it was sent; `isLast` if no other waits, and none stays that was refused. */
  onEnd: (file: File, end: { isCancelled: boolean; isLast: boolean }) => Promise<void>;
};

/** Uploads several files, one after the other. What arrived or was cancelled leaves the queue; what was refused stays. */
export function useUploadQueue({ onAlive, onEnd }: Queue) {
  const [queue, setQueue] = useState<QueuedFile[]>([]);
  const waiting = useRef<QueuedFile[]>([]);
  const running = useRef<{ id: number; abort: AbortController } | null>(null);
  const count = useRef(0);
  const hasRefused = useRef(false);

  const change = (id: number, to: Partial<QueuedFile>) =>
    setQueue((files) => files.map((one) => (one.id === id ? { ...one, ...to } : one)));
  const leave = (id: number) => setQueue((files) => files.filter((one) => one.id !== id));

  async function sendNext(): Promise<void> {
    const next = running.current ? undefined : waiting.current.shift();
    if (!next) return;
    const { id, file, input } = next;
    const abort = new AbortController();
    running.current = { id, abort };
    const onProgress = (progress: number) => change(id, { progress });
    onProgress(0);
    const refused = await sendDocument(file, input, { onProgress, onAlive, signal: abort.signal });
    const isCancelled = abort.signal.aborted;
    if (refused === null || isCancelled) {
      await onEnd(file, { isCancelled, isLast: waiting.current.length === 0 && !hasRefused.current });
      leave(id);
    } else {
      hasRefused.current = true;
      change(id, { refused, progress: null });
    }
    running.current = null;
    await sendNext();
  }

  function add(files: readonly File[], input: UploadInput): void {
    const added = files.map((file) => ({ id: ++count.current, file, input, progress: null, refused: null }));
    hasRefused.current = false;
    setQueue((before) => [...before.filter(({ refused }) => refused === null), ...added]);
    waiting.current.push(...added);
    void sendNext();
  }

  function cancel(id: number): void {
    if (running.current?.id === id) {
      running.current.abort.abort();
      return;
    }
    waiting.current = waiting.current.filter((one) => one.id !== id);
    leave(id);
  }

  return { queue, add, cancel };
}
