'use client';

import { useRouter } from 'next/navigation';
import { type DragEvent, type ReactNode, useState } from 'react';
import { stayAlive } from '@/app/[locale]/(justice)/claims/[draft]/actions';
import { CancelUpload, forgetUpload } from '@/app/[locale]/(justice)/claims/[draft]/documents/cancel-upload';
import { useInBrowser } from '@/app/ui/form/in-browser';
import { FileNotes, FilePicker } from '@/app/ui/upload/file-picker';
import { type QueuedFile, useUploadQueue } from '@/app/ui/upload/upload';
import { cleanName } from '@/lib/domain/claim/file-name';

type Words = Record<'label' | 'choose' | 'drop' | 'upload' | 'cancel' | 'waiting' | 'sending', string>;

type Props = {
  draft: string;
  page: 'start' | 'documents';
  /** Whether a single file is the claim. Else the text says which document a file is. */
  isClaimAlone: boolean;
  locale: string;
  hint: string;
  /** Why a file sent without JavaScript was not taken. */
  problem?: string | undefined;
  /** By the keys that an upload can be refused with. */
  messages: Record<string, string>;
  /** The lines of files that have not arrived, by name: one that is being sent now has a line of its own here. */
  unfinished: readonly { id: string; name: string; line: ReactNode }[];
  words: Words;
};

const id = 'add-files';

/**
 * A form that posts several files. With JavaScript files can be dropped on it, each is sent as soon as it is chosen, one
 * after the other, and has a line with its progress.
 */
export function FilesUpload(props: Props) {
  const { draft, page, isClaimAlone, locale, hint, problem, messages, unfinished, words } = props;
  const router = useRouter();
  const withScript = useInBrowser();
  const [isOver, setOver] = useState(false);
  // At the start the page leads on once it knows the claim: not before the last of the files is here.
  const isStart = page === 'start';
  /** Whether files arrived of which the page does not know yet. */
  const [hasArrived, setArrived] = useState(false);
  const { queue, add, cancel } = useUploadQueue({
    onAlive: () => void stayAlive(),
    onEnd: async (file, { isCancelled, isLast }) => {
      if (isCancelled) await forgetUpload(draft, file.name);
      setArrived(!isLast);
      if (isLast || !isStart) router.refresh();
    },
  });
  const send = (files: File[]) => {
    const isAlone = files.length === 1 && !hasArrived && queue.every(({ refused }) => refused !== null);
    const isClaim = isClaimAlone && isAlone;
    add(files, { draft, kind: isClaim ? 'claim' : '', byText: isStart && !isClaim });
  };
  const dismiss = ({ id: which, refused }: QueuedFile) => {
    cancel(which);
    if (isStart && refused) router.refresh();
  };
  const sending = queue.map(({ file }) => cleanName(file.name));
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(event.type === 'dragover');
    if (event.type === 'drop') send([...event.dataTransfer.files]);
  };

  return (
    <>
      <form
        method="post"
        action="/api/documents"
        encType="multipart/form-data"
        onDragOver={drop}
        onDragLeave={drop}
        onDrop={drop}
        className={`mb-6 max-w-text rounded border-2 border-dashed p-5 ${isOver ? 'border-link bg-quiet' : 'border-line'}`}
      >
        <input type="hidden" name="draft" value={draft} />
        <input type="hidden" name="page" value={page} />
        {isClaimAlone && <input type="hidden" name="kind" value="claim" />}
        <input type="hidden" name="locale" value={locale} />
        <FileNotes id={id} hint={hint} error={problem} />
        {withScript && <p>{words.drop}</p>}
        <FilePicker
          id={id}
          name="files"
          multiple
          label={words.label}
          error={problem}
          isImmediate={withScript}
          choose={words.choose}
          send={words.upload}
          onChange={({ target }) => {
            send([...(target.files ?? [])]);
            target.value = '';
          }}
        />
      </form>
      <ul aria-live="polite" className="max-w-text">
        {queue.map((one) => (
          <SendingLine key={one.id} one={one} {...{ words, messages }} cancel={() => dismiss(one)} />
        ))}
        {unfinished.map((one) => !sending.includes(one.name) && one.line)}
      </ul>
    </>
  );
}

type LineProps = Pick<Props, 'words' | 'messages'> & { one: QueuedFile; cancel: () => void };

/** A file that waits, that is being sent, or that was not taken. */
function SendingLine({ one: { file, progress, refused }, words, messages, cancel }: LineProps) {
  const error = refused && (messages[refused] ?? messages.uploadFailed);
  return (
    <li className={`mb-4 border-l-4 p-3 ${error ? 'border-alert bg-alert-light' : 'border-link bg-quiet'}`}>
      <p className="mb-2! wrap-anywhere">
        <strong>{file.name}</strong>{' '}
        {error ? `⚠ ${error}` : progress === null ? words.waiting : `${words.sending} ${progress} %`}
      </p>
      {progress !== null && (
        <progress max={100} value={progress} aria-label={file.name} className="h-3 w-full accent-link" />
      )}
      <CancelUpload words={words.cancel} name={file.name} onClick={cancel} />
    </li>
  );
}
