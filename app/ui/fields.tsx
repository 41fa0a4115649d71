'use client';

import type { ReactNode } from 'react';
import { useField } from '@/app/ui/form';

type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
};

type WrapProps = FieldProps & { error?: string; children: ReactNode };

const box =
  'min-h-11 w-full rounded border-2 border-black bg-white px-3 py-2 text-base aria-invalid:border-alert';

/** The ids of what describes the control. */
function describedBy(name: string, hint: ReactNode, error: string | undefined): string | undefined {
  return [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined;
}

function Hint({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div id={`${name}-hint`} className="mb-2 max-w-text text-grey-70">
      {children}
    </div>
  );
}

/** The message at a field: an icon and words, red second. */
function FieldError({ name, children }: { name: string; children: ReactNode }) {
  return (
    <p id={`${name}-error`} className="mb-2! flex gap-2 font-semibold text-alert">
      <span aria-hidden="true">⚠</span>
      <span>{children}</span>
    </p>
  );
}

function Labelled({ name, label, hint, error, children }: WrapProps) {
  return (
    <div className="mb-6">
      <label htmlFor={name} className="mb-1 block font-semibold">
        {label}
      </label>
      {hint && <Hint name={name}>{hint}</Hint>}
      {error && <FieldError name={name}>{error}</FieldError>}
      {children}
    </div>
  );
}

/** How wide a field is: as wide as its answer. */
const widths = { short: 'max-w-32', medium: 'max-w-xs', long: 'max-w-xl', full: 'max-w-text' };
type Width = keyof typeof widths;

type TextProps = FieldProps & {
  type?: 'text' | 'email' | 'tel' | 'password';
  autoComplete?: string;
  width?: Width;
  list?: string;
};

export function TextField({ name, label, hint, type = 'text', autoComplete, width = 'long' }: TextProps) {
  const { error, value } = useField(name);
  return (
    <Labelled {...{ name, label, hint, error }}>
      <input
        id={name}
        name={name}
        type={type}
        defaultValue={type === 'password' ? undefined : value}
        autoComplete={autoComplete ?? 'off'}
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

export type Option = { value: string; label: string; hint?: ReactNode };
type Group = { label: string; options: readonly Option[] };
type SelectProps = FieldProps & {
  /** The first line, chosen until the person chooses. */
  placeholder?: string;
  options: readonly (Option | Group)[];
  width?: Width;
  autoComplete?: string;
};

export function Select({
  name,
  label,
  hint,
  placeholder,
  options,
  width = 'long',
  autoComplete,
}: SelectProps) {
  const { error, value } = useField(name);
  const line = (option: Option) => (
    <option key={option.value} value={option.value}>
      {option.label}
    </option>
  );
  return (
    <Labelled {...{ name, label, hint, error }}>
      <select
        id={name}
        name={name}
        defaultValue={value ?? ''}
        autoComplete={autoComplete}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(name, hint, error)}
        className={`${box} ${widths[width]}`}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) =>
          'options' in option ? (
            <optgroup key={option.label} label={option.label}>
              {option.options.map(line)}
            </optgroup>
          ) : (
            line(option)
          ),
        )}
      </select>
    </Labelled>
  );
}

/** A tick or a dot with its words, all of it a target of 44 px. */
function Choice(props: {
  id: string;
  type: 'radio' | 'checkbox';
  name: string;
  value: string;
  checked: boolean;
  label: ReactNode;
  hint?: ReactNode;
  invalid?: boolean;
  describedBy?: string;
}) {
  const described =
    [props.hint && `${props.id}-hint`, props.describedBy].filter(Boolean).join(' ') || undefined;
  return (
    <div className="mb-2 flex max-w-text gap-3">
      <input
        id={props.id}
        type={props.type}
        name={props.name}
        value={props.value}
        defaultChecked={props.checked}
        aria-invalid={props.invalid || undefined}
        aria-describedby={described}
        className="mt-2 size-7 shrink-0 accent-link"
      />
      <div className="py-2">
        <label htmlFor={props.id} className="block">
          {props.label}
        </label>
        {props.hint && (
          <div id={`${props.id}-hint`} className="text-grey-70">
            {props.hint}
          </div>
        )}
      </div>
    </div>
  );
}

/** One question with its few answers. `label` is the question; the first answer carries the field's id. */
export function RadioGroup({ name, label, hint, options }: FieldProps & { options: readonly Option[] }) {
  const { error, value } = useField(name);
  return (
    <fieldset className="mb-6" aria-describedby={describedBy(name, hint, error)}>
      <legend className="mb-2 font-semibold">{label}</legend>
      {hint && <Hint name={name}>{hint}</Hint>}
      {error && <FieldError name={name}>{error}</FieldError>}
      {options.map((option, index) => (
        <Choice
          key={option.value}
          id={index === 0 ? name : `${name}-${option.value}`}
          type="radio"
          name={name}
          checked={value === option.value}
          {...option}
        />
      ))}
    </fieldset>
  );
}

export function Checkbox({ name, label, hint }: FieldProps) {
  const { error, value } = useField(name);
  return (
    <div className="mb-6">
      {error && <FieldError name={name}>{error}</FieldError>}
      <Choice
        id={name}
        type="checkbox"
        name={name}
        value="on"
        checked={value === 'on'}
        label={label}
        hint={hint}
        invalid={Boolean(error)}
        describedBy={error && `${name}-error`}
      />
    </div>
  );
}
