import { getTranslations } from 'next-intl/server';
import { Status } from '@/app/ui/status';
import type { FilingState } from '@/lib/domain/filing';

/** Where a filing stands, in words. */
export async function FilingStatus({ state }: { state: FilingState }) {
  const t = await getTranslations('filingState');
  return <Status state={state}>{t(state)}</Status>;
}
