'use client';

import { useField } from '@/app/ui/form';
import { box, describedBy, type FieldProps, Labelled, type Width, widths } from '@/app/ui/labelled';

type TextProps = FieldProps & {
  type?: 'text' | 'email' | 'tel' | 'password';
  autoComplete?: string;
  inputMode?: 'numeric';
  width?: Width;
};

export function TextField({
  name,
  label,
  hint,
  type = 'text',
  autoComplete,
  inputMode,
  width = 'long',
}: TextProps) {
  const { error, value } = useField(name);
  return (
    <Labelled {...{ name, label, hint, error }}>
      <input
        id={name}
        name={name}
        type={type}
        defaultValue={type === 'password' ? undefined : value}
        autoComplete={autoComplete ?? 'off'}
        inputMode={inputMode}
        spellCheck={type === 'text' ? undefined : false}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(name, hint, error)}
        className={`${box} ${widths[width]}`}
      />
    </Labelled>
  );
}

export function PasswordField(props: Omit<TextProps, 'type'>) {
  return <TextField {...props} type="password" />;
}

export function TextArea({ name, label, hint }: FieldProps) {
  const { error, value } = useField(name);
  return (
    <Labelled {...{ name, label, hint, error }}>
      <textarea
        id={name}
        name={name}
        rows={4}
        defaultValue={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(name, hint, error)}
        className={`${box} ${widths.full}`}
      />
    </Labelled>
  );
}
