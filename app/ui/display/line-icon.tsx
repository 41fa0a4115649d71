import type { IconNode } from 'lucide';
import { createElement } from 'react';

type Props = {
  /** The shapes of an icon of lucide. */
  of: IconNode;
  /** In CSS pixels, as wide as high. */
  size?: number;
  className?: string | undefined;
};

const strokes = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: '2',
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

/** A drawing beside words that say the same: nobody has it read out. The server draws it; no script comes with it. */
export function Icon({ of, size = 24, className }: Props) {
  const props = {
    'aria-hidden': true,
    viewBox: '0 0 24 24',
    width: size,
    height: size,
    ...strokes,
    className,
  };
  // Its shapes stand in a fixed order and need no keys, which would be sent along.
  return createElement('svg', props, ...of.map(([shape, attributes]) => createElement(shape, attributes)));
}
