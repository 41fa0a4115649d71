import { getTranslations } from 'next-intl/server';
import { Folded } from '@/app/ui/display/folded';

/** How an issued claim reaches the defendants, and what follows. r. 16, 17, 18.01, 18.02, 19.01 */
export async function Serving() {
  const t = await getTranslations('serving');
  const steps = ['personal', 'alternative', 'abroad', 'proof', 'defence', 'default'] as const;
  return (
    <Folded summary={t('heading')}>
      <ul className="list-disc space-y-2 pl-6">
        {steps.map((step) => (
          <li key={step}>{t(step)}</li>
        ))}
      </ul>
    </Folded>
  );
}
