'use client';

import { useEffect, useRef, useState } from 'react';
import { Alert } from '@/app/ui/display/alert';
import { useField } from '@/app/ui/form/form';

/** The notices of the chosen court, by its id. */
export function CourtNotice({ notices }: { notices: Record<string, readonly string[]> }) {
  const box = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(useField('court').value ?? '');

  useEffect(() => {
    const form = box.current?.closest('form');
    const follow = ({ target }: Event) => target instanceof HTMLSelectElement && setChosen(target.value);
    form?.addEventListener('change', follow);
    return () => form?.removeEventListener('change', follow);
  }, []);

  return (
    <div ref={box} role="status">
      {notices[chosen]?.map((notice) => (
        <Alert key={notice}>
          <p>{notice}</p>
        </Alert>
      ))}
    </div>
  );
}
