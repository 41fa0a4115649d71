'use client';

import type { ReactNode } from 'react';
import { useField } from '@/app/ui/form/form';
import {
  describedBy,
  FieldError,
  type FieldProps,
  Hint,
  Mark,
  type Need,
  type Option,
} from '@/app/ui/form/labelled';

/** A checkbox or radio button with its label. Together they are a target of 44 px. */
function Choice(props: {
  id: string;
  type: 'radio' | 'checkbox';
  name: string;
  value: string;
  checked: boolean;
  label: ReactNode;
  hint?: ReactNode;
  required?: true | undefined;
  invalid?: boolean;
  describedBy?: string | undefined;
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
        aria-required={props.required}
        aria-invalid={props.invalid || undefined}
        aria-describedby={described}
        className="tick"
      />
      <div className="py-2">
        <label htmlFor={props.id} className="block">
          {props.label}
        </label>
        {props.hint && (
          <div id={`${props.id}-hint`} className="text-muted">
            {props.hint}
          </div>
        )}
      </div>
    </div>
  );
}

/** One question with its few answers. `label` is the question; the first answer has the field's id. */
export function RadioGroup({
  name,
  label,
  hint,
  need,
  options,
}: FieldProps & { need?: Need; options: readonly Option[] }) {
  const { error, value, required, mark } = useField(name, need);
  return (
    <fieldset
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a plain group cannot be said to be required
      role="radiogroup"
      className="mb-6"
      aria-required={required}
      aria-describedby={describedBy(name, hint, error)}
    >
      <legend className="mb-2 font-semibold">
        {label}
        <Mark>{mark}</Mark>
      </legend>
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

/** Something to tick. `need` is `required` where the form is refused without the tick. */
export function Checkbox({ name, label, hint, need = 'unmarked' }: FieldProps & { need?: Need }) {
  const { error, value, required } = useField(name, need);
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
        required={required}
        invalid={Boolean(error)}
        describedBy={error && `${name}-error`}
      />
    </div>
  );
}

/** One question with any number of answers, each of which has its own field. The first answer has the question's id. */
export function CheckboxGroup({
  name,
  label,
  hint,
  options,
}: FieldProps & { options: readonly { name: string; label: ReactNode }[] }) {
  const { error } = useField(name, 'unmarked');
  return (
    <fieldset className="mb-6" aria-describedby={describedBy(name, hint, error)}>
      <legend className="mb-2 font-semibold">{label}</legend>
      {hint && <Hint name={name}>{hint}</Hint>}
      {error && <FieldError name={name}>{error}</FieldError>}
      {options.map((option, index) => (
        <Answer key={option.name} id={index === 0 ? name : option.name} {...option} />
      ))}
    </fieldset>
  );
}

function Answer({ id, name, label }: { id: string; name: string; label: ReactNode }) {
  const { value } = useField(name, 'unmarked');
  return <Choice id={id} type="checkbox" name={name} value="on" checked={value === 'on'} label={label} />;
}
