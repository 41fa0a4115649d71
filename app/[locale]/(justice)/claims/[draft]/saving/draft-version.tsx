'use client';

import { useField } from '@/app/ui/form/form';

/**
 * Which version of the draft the page of this form showed, and the page's id: hidden fields that stay as they were when
 * the form was first shown, through errors, a lost session and the other language. The server compares them, so that an
 * older page does not write over a newer one unseen.
 */
export function DraftVersion() {
  return ['version', 'tab'].map((name) => <Shown key={name} name={name} />);
}

function Shown({ name }: { name: string }) {
  const { value } = useField(name);
  return value === undefined ? null : <input type="hidden" name={name} defaultValue={value} />;
}
