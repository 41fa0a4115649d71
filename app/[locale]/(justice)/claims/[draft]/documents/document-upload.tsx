'use client';

import { useRouter } from 'next/navigation';
import { type ChangeEvent, useState, useSyncExternalStore } from 'react';
import { stayAlive } from '@/app/[locale]/(justice)/claims/[draft]/actions';
import { Button } from '@/app/ui/button';
import { useDocumentUpload } from '@/app/ui/upload';

type Props = {
  draft: string;
  kind: string;
  locale: string;
  hint: string;
  /** Why the last file was not taken. */
  problem?: string;
  /** By the keys that an upload can be refused with. */
  messages: Record<string, string>;
  words: Record<'label' | 'choose' | 'upload' | 'uploading' | 'arrived', string>;
};

const never = () => () => undefined;

/** A form that posts one file; with JavaScript the file goes as soon as it is chosen, and its progress shows. */
export function DocumentUpload({ draft, kind, locale, hint, problem, messages, words }: Props) {
  const router = useRouter();
  const { upload, progress, refused } = useDocumentUpload({ onAlive: () => void stayAlive() });
  const [said, setSaid] = useState('');
  const withScript = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const error =
    progress === null ? (refused ? (messages[refused] ?? messages.uploadFailed) : problem) : undefined;
  const id = `file-${kind}`;

  async function send({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0];
    if (!file) return;
    setSaid(words.uploading.replace('{name}', file.name));
    const arrived = await upload(file, { draft, kind });
    setSaid(arrived ? words.arrived.replace('{name}', file.name) : '');
    target.value = '';
    router.refresh();
  }

  return (
    <form method="post" action="/api/documents" encType="multipart/form-data">
      <input type="hidden" name="draft" value={draft} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="locale" value={locale} />
      <p id={`${id}-hint`} className="text-grey-70">
        {hint}
      </p>
      <p id={`${id}-error`} role="alert" className="font-semibold text-alert">
        {error && `⚠ ${error}`}
      </p>
      <input
        id={id}
        type="file"
        name="file"
        accept="application/pdf,.pdf"
        onChange={send}
        aria-label={words.label}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-hint ${id}-error`}
        className={withScript ? 'peer sr-only' : 'mb-4 block min-h-11 w-full'}
      />
      {withScript ? (
        <label
          htmlFor={id}
          className="inline-block min-h-11 w-full min-w-40 cursor-pointer rounded border-2 border-link bg-white px-6 py-2 text-center text-lg font-semibold text-link peer-focus-visible:ring-4 peer-focus-visible:ring-focus hover:bg-grey-5 sm:w-auto"
        >
          {words.choose}
        </label>
      ) : (
        <Button look="secondary">{words.upload}</Button>
      )}
      <p role="status" className="mt-2 mb-0! min-h-6">
        {!error && said}
      </p>
      {progress !== null && (
        <progress max={100} value={progress} aria-label={said} className="h-3 w-full accent-link" />
      )}
    </form>
  );
}
