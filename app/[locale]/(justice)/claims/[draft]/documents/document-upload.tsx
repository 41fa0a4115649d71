'use client';

import { useRouter } from 'next/navigation';
import { type ChangeEvent, useState } from 'react';
import { stayAlive } from '@/app/[locale]/(justice)/claims/[draft]/actions';
import { CancelUpload, forgetUpload } from '@/app/[locale]/(justice)/claims/[draft]/documents/cancel-upload';
import { useInBrowser } from '@/app/ui/form/in-browser';
import { FileNotes, FilePicker } from '@/app/ui/upload/file-picker';
import { useDocumentUpload } from '@/app/ui/upload/upload';

/** The pages that take one document at a time: that of a claim’s documents, to replace one, and that of a later document. */
export type UploadPage = 'documents' | 'later';

type Props = {
  draft: string;
  page: UploadPage;
  kind: string;
  /** The document whose place the file takes. */
  replaces?: string;
  locale: string;
  hint?: string;
  /** Why the last file was not taken. */
  problem?: string | undefined;
  /** By the keys that an upload can be refused with. */
  messages: Record<string, string>;
  words: Record<'label' | 'choose' | 'upload' | 'uploading' | 'arrived' | 'cancel', string>;
};

/**
 * A form that posts one file. With JavaScript the file is sent as soon as it is chosen, and its progress is
 * shown.
 */
export function DocumentUpload(props: Props) {
  const { draft, page, kind, replaces, locale, hint, problem, messages, words } = props;
  const router = useRouter();
  const { upload, progress, refused, cancel } = useDocumentUpload({ onAlive: () => void stayAlive() });
  const [said, setSaid] = useState('');
  const [sending, setSending] = useState('');
  const withScript = useInBrowser();
  const error =
    progress === null ? (refused ? (messages[refused] ?? messages.uploadFailed) : problem) : undefined;
  const id = `file-${replaces ?? kind}`;

  async function send({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0];
    if (!file) return;
    setSaid(`${words.uploading} ${file.name}`);
    setSending(file.name);
    const ended = await upload(file, { draft, kind, replaces });
    setSaid(ended === 'arrived' ? `${words.arrived} ${file.name}` : '');
    if (ended === 'cancelled') await forgetUpload(draft, file.name);
    target.value = '';
    router.refresh();
  }

  return (
    <form method="post" action="/api/documents" encType="multipart/form-data">
      <input type="hidden" name="draft" value={draft} />
      <input type="hidden" name="page" value={page} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="locale" value={locale} />
      {replaces && <input type="hidden" name="replaces" value={replaces} />}
      <FileNotes {...{ id, error, ...(hint && { hint }) }} />
      <FilePicker
        id={id}
        label={words.label}
        error={error}
        isImmediate={withScript}
        choose={words.choose}
        send={words.upload}
        onChange={send}
      />
      <p role="status" className="mt-2 mb-0! empty:m-0!">
        {!error && said}
      </p>
      {progress !== null && (
        <>
          <progress max={100} value={progress} aria-label={said} className="mb-2 h-3 w-full accent-link" />
          <CancelUpload words={words.cancel} name={sending} onClick={cancel} />
        </>
      )}
    </form>
  );
}
