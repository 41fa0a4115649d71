import type { IconNode } from 'lucide';
import { createElement } from 'react';

type Props = {
  /** The shapes of an icon of lucide. */
  of: IconNode;
  /** In CSS pixels, as wide as high. */
  size?: number;
  className?: string | undefined;
};

/** A drawing beside words that say the same: nobody has it read out. The server draws it; no script comes with it. */
export function Icon({ of, size = 24, className }: Props) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className}
    >
      {of.map(([shape, attributes]) =>
        createElement(shape, { key: JSON.stringify(attributes), ...attributes }),
      )}
    </svg>
  );
}
