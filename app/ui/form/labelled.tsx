import { CircleAlert } from 'lucide';
import type { ReactNode } from 'react';
import { Icon } from '@/app/ui/display/icon';

export type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
};

/**
 * Whether a field must be answered. One that is `unmarked` must be answered at times, which its hint tells, or never, on
 * a page that marks the mandatory fields in the words of the guide.
 */
export type Need = 'required' | 'optional' | 'unmarked';

type WrapProps = FieldProps & {
  error?: string | undefined;
  /** The word behind the label of a field that may stay empty. */
  mark?: string | undefined;
  children: ReactNode;
};

export const box =
  'min-h-12 w-full rounded border-2 border-ink bg-page px-3 py-2 text-base aria-invalid:border-alert';

/** The ids of the elements that describe the control. */
export function describedBy(name: string, hint: ReactNode, error: string | undefined): string | undefined {
  return [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined;
}

export function Hint({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div id={`${name}-hint`} className="mb-2 max-w-text text-muted">
      {children}
    </div>
  );
}

/** The message at a field, marked by icon and words first, and by red second. */
export function FieldError({ name, children }: { name: string; children: ReactNode }) {
  return (
    <p id={`${name}-error`} className="mb-2! flex gap-2 font-semibold text-alert">
      <Icon of={CircleAlert} size={20} className="mt-0.5 shrink-0" />
      <span>{children}</span>
    </p>
  );
}

/** The word behind a label, such as “(optional)”. */
export const Mark = ({ children }: { children: string | undefined }) =>
  children && <span className="font-normal"> {children}</span>;

/** A control under its label, hint and message. */
export function Labelled({ name, label, hint, error, mark, children }: WrapProps) {
  return (
    <div className="mb-6">
      <label htmlFor={name} className="mb-1 block font-semibold">
        {label}
        <Mark>{mark}</Mark>
      </label>
      {hint && <Hint name={name}>{hint}</Hint>}
      {error && <FieldError name={name}>{error}</FieldError>}
      {children}
    </div>
  );
}

/** One option of a list or a group. */
export type Option = { value: string; label: string; hint?: ReactNode };

/** The widths of fields, each as wide as its answer. */
export const widths = { short: 'max-w-32', medium: 'max-w-xs', long: 'max-w-xl', full: 'max-w-text' };
export type Width = keyof typeof widths;
