'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { keepSaved, type Saving } from '@/app/[locale]/(justice)/claims/[draft]/keep-saved';
import { Button } from '@/app/ui/layout/button';

/**
 * Keeps the form around it saved, and tells quietly when it was; aloud, when another page has saved something else, so
 * that nothing of this one is saved until the person has compared both.
 */
export function Autosave({ saved, compare }: { saved: string; compare: string }) {
  const router = useRouter();
  const status = useRef<HTMLParagraphElement>(null);
  const [saving, setSaving] = useState<Saving>({ saved });

  useEffect(() => {
    const form = status.current?.closest('form');
    if (!form) return;
    return keepSaved(form, (now) => {
      setSaving(now);
      // The browser caches pages that it has shown: Back must not show older values than those saved.
      if (now.saved) router.refresh();
    });
  }, [router]);

  return (
    <>
      <p ref={status} role="status" className="mb-0! min-h-6 text-muted">
        {saving.saved}
      </p>
      {saving.changed && (
        <div role="alert" className="mt-4 max-w-text border-l-8 border-warning bg-warning-light p-4">
          <p>{saving.changed}</p>
          <Button look="secondary">{compare}</Button>
        </div>
      )}
    </>
  );
}
