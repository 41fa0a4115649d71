'use client';

import { type ChangeEvent, type DragEvent, startTransition, useActionState, useState } from 'react';
import { checkFile } from '@/app/[locale]/(public)/verify/actions';
import { fileQuery } from '@/app/[locale]/(public)/verify/file-query';
import { useInBrowser } from '@/app/ui/form/in-browser';
import { FileNotes, FilePicker } from '@/app/ui/upload/file-picker';
import type { OtherFileKind } from '@/lib/domain/claim/file-kind';
import { MAX_CHECKED_BYTES } from '@/lib/domain/register/verification-query';

type Props = {
  locale: string;
  /** Why a file that was posted was not checked. */
  problem?: string | undefined;
  messages: Record<'tooLarge' | 'unreadable' | OtherFileKind, string>;
  words: Record<'label' | 'staysHere' | 'isSent' | 'drop' | 'choose' | 'check' | 'reading', string>;
};

/**
 * The place to drop or choose a PDF. The browser reads the file and sends only its hash. If it cannot (no
 * JavaScript, or an insecure origin), the form posts the file.
 */
export function FileDrop({ locale, problem, messages, words }: Props) {
  const [state, ask, isAsking] = useActionState(checkFile, { fields: {}, values: {} });
  const [reading, setReading] = useState<string>();
  const [wrong, setWrong] = useState<string>();
  const [isOver, setIsOver] = useState(false);
  const canRead = useInBrowser(() => window.crypto?.subtle !== undefined);
  const isBusy = reading !== undefined || isAsking;
  const error = isBusy ? undefined : (wrong ?? state.message ?? problem);

  async function check(file: File | undefined) {
    if (!file) return;
    setWrong(file.size > MAX_CHECKED_BYTES ? messages.tooLarge : undefined);
    if (file.size > MAX_CHECKED_BYTES) return;
    setReading(file.name);
    const query = await fileQuery(file).catch(() => 'unreadable' as const);
    setReading(undefined);
    if (typeof query === 'string') setWrong(messages[query]);
    else startTransition(() => ask(query));
  }

  async function choose({ target }: ChangeEvent<HTMLInputElement>) {
    if (!canRead) return;
    await check(target.files?.[0]);
    target.value = '';
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    void check(event.dataTransfer.files[0]);
  }

  const zone = canRead && {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setIsOver(true);
    },
    onDragLeave: () => setIsOver(false),
    onDrop: drop,
  };
  return (
    <form method="post" action={`/api/verify?locale=${locale}`} encType="multipart/form-data">
      <FileNotes id="file" hint={canRead ? words.staysHere : words.isSent} error={error} />
      <div
        {...zone}
        className={`max-w-text rounded border-2 p-6 ${canRead ? 'border-dashed' : ''} ${isOver ? 'border-link bg-information-light' : 'border-line bg-quiet'}`}
      >
        {canRead && <p>{words.drop}</p>}
        <FilePicker
          id="file"
          label={words.label}
          error={error}
          isImmediate={canRead}
          choose={words.choose}
          send={words.check}
          onChange={choose}
        />
      </div>
      <p role="status" className="mt-2 mb-0! min-h-6">
        {reading !== undefined && `${words.reading} ${reading}`}
      </p>
    </form>
  );
}
