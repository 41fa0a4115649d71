'use client';

import Link from 'next/link';
import type { ComponentProps } from 'react';

export type LinkProps = Pick<ComponentProps<'a'>, 'aria-current' | 'children' | 'className'> & {
  href: string;
};

/** A link of the framework, to hand to a part that is used without it as well. Nothing is asked for before it is followed. */
export function SoftLink(props: LinkProps) {
  return <Link {...props} prefetch={false} />;
}
