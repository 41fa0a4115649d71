'use client';

import type { ChangeEvent } from 'react';
import { Button, buttonLook } from '@/app/ui/layout/button';

type Props = {
  id: string;
  /** The field's name. */
  name?: string;
  /** Whether several files can be chosen at once. */
  multiple?: boolean;
  label: string;
  /** Why the last file was not taken. */
  error?: string | undefined;
  /** Whether choosing a file is all it takes; else a button sends the form. */
  isImmediate: boolean;
  choose: string;
  send: string;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
};

/** The hint of the field, and the announced reason why the last file was refused. */
export function FileNotes({ id, hint, error }: Pick<Props, 'id' | 'error'> & { hint?: string }) {
  return (
    <>
      {hint && <p id={`${id}-hint`}>{hint}</p>}
      <p id={`${id}-error`} role="alert" className="font-semibold text-alert empty:m-0!">
        {error && `⚠ ${error}`}
      </p>
    </>
  );
}

/** The field for a PDF, or for several; its `FileNotes` describe it. */
export function FilePicker({
  id,
  name = 'file',
  multiple,
  label,
  error,
  isImmediate,
  choose,
  send,
  onChange,
}: Props) {
  return (
    <>
      <input
        id={id}
        type="file"
        name={name}
        multiple={multiple}
        accept="application/pdf,.pdf"
        onChange={onChange}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-hint ${id}-error`}
        className={isImmediate ? 'peer sr-only' : 'mb-4 block min-h-11 w-full'}
      />
      {isImmediate ? (
        <label
          htmlFor={id}
          className={`${buttonLook('secondary')} outline-transparent peer-focus-visible:outline-4 peer-focus-visible:ring-4 peer-focus-visible:ring-focus`}
        >
          {choose}
        </label>
      ) : (
        <Button look="secondary">{send}</Button>
      )}
    </>
  );
}
