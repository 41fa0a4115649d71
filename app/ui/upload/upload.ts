'use client';
import { generateReactHelpers } from '@uploadthing/react';
import { useRef, useState } from 'react';
import type { Uploads } from '@/app/api/uploadthing/core';

const { useUploadThing } = generateReactHelpers<Uploads>();

const aliveEveryMs = 60_000;

/** The message of a failed upload. The server's refusal is a key under `errors`. */
const refusalOf = ({ code, message }: { code: string; message: string }) =>
  code === 'UPLOAD_FAILED' || code === 'INTERNAL_CLIENT_ERROR' ? 'uploadFailed' : message;

/**
 * Uploads one document of a draft. `progress` is in percent during the upload, else null; `refused` is a key
 * under `errors`. `onAlive` keeps the session open; it is called while the upload makes progress, at most
 * once a minute.
 */
export function useDocumentUpload({ onAlive }: { onAlive: () => void }) {
  const [progress, setProgress] = useState<number | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const aliveAt = useRef(0);

  const { startUpload } = useUploadThing('claimDocument', {
    uploadProgressGranularity: 'fine',
    onUploadProgress: (percent) => {
      setProgress(percent);
      if (performance.now() - aliveAt.current < aliveEveryMs) return;
      aliveAt.current = performance.now();
      onAlive();
    },
    onUploadError: (error) => setRefused(refusalOf(error)),
  });

  /** @returns whether the file arrived. The document's state then tells whether it is accepted. */
  async function upload(file: File, input: { draft: string; kind: string }): Promise<boolean> {
    setRefused(null);
    setProgress(0);
    aliveAt.current = performance.now();
    const uploaded = await startUpload([file], input).finally(() => setProgress(null));
    return uploaded !== undefined;
  }

  return { upload, progress, refused };
}
