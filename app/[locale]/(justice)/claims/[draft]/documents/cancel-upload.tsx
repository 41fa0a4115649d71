'use client';

import { cancelUpload } from '@/app/[locale]/(justice)/claims/[draft]/documents/actions';

/** Removes what had begun to arrive of a file that the person cancelled. */
export async function forgetUpload(draft: string, name: string): Promise<void> {
  const sent = new FormData();
  sent.set('draft', draft);
  sent.set('name', name);
  await cancelUpload({ fields: {}, values: {} }, sent);
}

/** The button that ends the upload of a file. */
export function CancelUpload({ words, name, onClick }: { words: string; name: string; onClick: () => void }) {
  return (
    <button
      type="button"
      onClick={onClick}
      aria-label={`${words} ${name}`}
      className="min-h-11 cursor-pointer rounded border-2 border-link bg-page px-4 font-semibold text-link hover:bg-quiet"
    >
      {words}
    </button>
  );
}
