import { getTranslations } from 'next-intl/server';
import {
  RefusedCopy,
  SubstituteForm,
} from '@/app/[locale]/(justice)/transactions/[reference]/substitute-form';
import type { FiledClaim } from '@/lib/data/filing/filings';

type Props = { filing: FiledClaim; refused?: string | string[] | undefined };

/**
 * The form, behind a click, by which staff send a copy for a person who handed a filing in on paper and has no account. It is
 * open after a refusal.
 */
export async function AtCounter({ filing, refused }: Props) {
  const t = await getTranslations('adminHold');
  return (
    <details className="mb-6" open={refused !== undefined}>
      <summary className="min-h-11 cursor-pointer py-2 text-link underline">{t('atCounter')}</summary>
      <p className="mt-4 max-w-text">{t('atCounterWords')}</p>
      {typeof refused === 'string' && <RefusedCopy reference={filing.reference} code={refused} />}
      <SubstituteForm filing={filing} remedy={filing.keptReason?.remedy ?? 'repaired-copy'} atCounter />
    </details>
  );
}
