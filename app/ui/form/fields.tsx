'use client';

import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useField, usePasswordWords } from '@/app/ui/form/form';
import {
  box,
  describedBy,
  type FieldProps,
  Labelled,
  type Need,
  type Width,
  widths,
} from '@/app/ui/form/labelled';

type TextProps = FieldProps & {
  need?: Need;
  type?: 'text' | 'email' | 'tel';
  autoComplete?: string;
  inputMode?: 'numeric';
  width?: Width;
};

/** An e-mail address is a text for the browser, which would otherwise show and send an international domain as ASCII. */
export function TextField({
  name,
  label,
  hint,
  need,
  type = 'text',
  autoComplete,
  inputMode,
  width = 'long',
}: TextProps) {
  const { id, error, value, required, mark } = useField(name, need);
  return (
    <Labelled {...{ name: id, label, hint, error, mark }}>
      <input
        id={id}
        name={name}
        type={type === 'email' ? 'text' : type}
        defaultValue={value}
        autoComplete={autoComplete ?? 'off'}
        autoCapitalize={type === 'email' ? 'none' : undefined}
        inputMode={type === 'email' ? 'email' : inputMode}
        spellCheck={type === 'text' ? undefined : false}
        aria-required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
        className={`${box} ${widths[width]}`}
      />
    </Labelled>
  );
}

type PasswordProps = Omit<TextProps, 'type'> & {
  onType?: (password: string) => void;
  /** Content below the field. */
  children?: ReactNode;
};

/** A password field. It is never filled in again. With scripts a button shows the password. */
export function PasswordField({
  name,
  label,
  hint,
  need,
  autoComplete,
  width = 'medium',
  ...rest
}: PasswordProps) {
  const { error, required } = useField(name, need);
  const words = usePasswordWords();
  const input = useRef<HTMLInputElement>(null);
  const labelId = useId();
  const [isShown, setShown] = useState<boolean>();

  // Hides the password again when it is sent, because browsers remember values that were sent as text.
  useEffect(() => {
    const form = input.current?.form;
    const hide = () => setShown(false);
    hide();
    form?.addEventListener('submit', hide);
    return () => form?.removeEventListener('submit', hide);
  }, []);

  return (
    <Labelled {...{ name, label: <span id={labelId}>{label}</span>, hint, error }}>
      <div className="flex gap-2">
        <input
          ref={input}
          id={name}
          name={name}
          type={isShown ? 'text' : 'password'}
          onChange={({ target }) => rest.onType?.(target.value)}
          autoComplete={autoComplete ?? 'off'}
          autoCapitalize="none"
          spellCheck={false}
          aria-required={required}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(name, hint, error)}
          className={`${box} ${widths[width]}`}
        />
        {words && isShown !== undefined && (
          <button
            type="button"
            onClick={() => setShown(!isShown)}
            aria-describedby={labelId}
            className="min-h-11 shrink-0 cursor-pointer rounded border-2 border-link bg-page px-3 font-semibold text-link hover:bg-quiet"
          >
            {isShown ? words.hide : words.show}
          </button>
        )}
      </div>
      {rest.children}
    </Labelled>
  );
}

export function TextArea({ name, label, hint, need, rows = 4 }: FieldProps & { need?: Need; rows?: number }) {
  const { error, value, required, mark } = useField(name, need);
  return (
    <Labelled {...{ name, label, hint, error, mark }}>
      <textarea
        id={name}
        name={name}
        rows={rows}
        defaultValue={value}
        aria-required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(name, hint, error)}
        className={`${box} ${widths.full}`}
      />
    </Labelled>
  );
}
