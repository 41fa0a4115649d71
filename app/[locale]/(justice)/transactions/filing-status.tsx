import { getTranslations } from 'next-intl/server';
import { Status } from '@/app/ui/display/status';
import type { FilingState } from '@/lib/domain/filing/filing';

/** The state of a filing in words. */
export async function FilingStatus({ state }: { state: FilingState }) {
  const t = await getTranslations('filingState');
  return <Status state={state}>{t(state)}</Status>;
}
