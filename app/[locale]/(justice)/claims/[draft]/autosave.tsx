'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { keepSaved } from '@/app/[locale]/(justice)/claims/[draft]/keep-saved';

/** Keeps the form around it saved, and tells so quietly. */
export function Autosave({ savedWord }: { savedWord: string }) {
  const router = useRouter();
  const status = useRef<HTMLParagraphElement>(null);
  const [saved, setSaved] = useState(false);

  useEffect(() => {
    const form = status.current?.closest('form');
    if (!form) return;
    return keepSaved(form, (isSaved) => {
      setSaved(isSaved);
      // The browser caches pages that it has shown: Back must not show older values than those saved.
      if (isSaved) router.refresh();
    });
  }, [router]);

  return (
    <p ref={status} role="status" className="mb-0! min-h-6 text-grey-70">
      {saved && savedWord}
    </p>
  );
}
