import { getTranslations } from 'next-intl/server';

/** How an issued claim reaches the defendants, and what follows. r. 16, 17, 18.01, 18.02, 19.01 */
export async function Serving() {
  const t = await getTranslations('serving');
  const steps = ['personal', 'alternative', 'abroad', 'proof', 'defence', 'default'] as const;
  return (
    <details className="mb-6 max-w-text rounded-lg border border-line px-5 py-3">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t('heading')}</summary>
      <ul className="list-disc space-y-2 pl-6">
        {steps.map((step) => (
          <li key={step}>{t(step)}</li>
        ))}
      </ul>
    </details>
  );
}
