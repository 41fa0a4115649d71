import { exit } from '@/app/[locale]/exit';

/** Signs out. Works without JavaScript. */
export function ExitButton({ look, children }: { look: string; children: string }) {
  return (
    <form action={exit}>
      <button type="submit" className={look}>
        {children}
      </button>
    </form>
  );
}
