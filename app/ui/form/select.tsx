'use client';

import { useField } from '@/app/ui/form/form';
import {
  box,
  describedBy,
  type FieldProps,
  Labelled,
  type Need,
  type Option,
  type Width,
  widths,
} from '@/app/ui/form/labelled';

type Group = { label: string; options: readonly Option[] };
type SelectProps = FieldProps & {
  need?: Need;
  /** The first line, selected until the person chooses. */
  placeholder?: string;
  /** What is selected where the form has no value: for a field that comes while the page is open. */
  initial?: string;
  options: readonly (Option | Group)[];
  width?: Width;
  autoComplete?: string;
};

export function Select({
  name,
  label,
  hint,
  need,
  placeholder,
  initial = '',
  options,
  width = 'long',
  autoComplete,
}: SelectProps) {
  const { error, value, required, mark } = useField(name, need);
  const line = (option: Option) => (
    <option key={option.value} value={option.value}>
      {option.label}
    </option>
  );
  return (
    <Labelled {...{ name, label, hint, error, mark }}>
      <select
        id={name}
        name={name}
        defaultValue={value ?? initial}
        autoComplete={autoComplete}
        aria-required={required}
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
