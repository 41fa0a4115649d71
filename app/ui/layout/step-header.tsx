import { getTranslations } from 'next-intl/server';

/** The heading of one of several pages: how far along it is, "Step n of m", then the page's purpose. */
export async function StepHeader({ n, m, title }: { n: number; m: number; title: string }) {
  const t = await getTranslations('common');
  const steps = Array.from({ length: m }, (_, index) => index + 1);
  return (
    <>
      <div aria-hidden="true" className="mb-3 flex max-w-text gap-1.5 print:hidden">
        {steps.map((step) => (
          <span key={step} className={`h-1.5 grow rounded-full ${step <= n ? 'bg-link' : 'bg-line'}`} />
        ))}
      </div>
      <p className="mb-1! font-semibold text-muted">{t('step', { n, m })}</p>
      <h1>{title}</h1>
    </>
  );
}
