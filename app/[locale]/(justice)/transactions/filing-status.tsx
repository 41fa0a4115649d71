import { getTranslations } from 'next-intl/server';
import { Status } from '@/app/ui/display/status';
import { stateWord } from '@/lib/domain/filing/filing';

/** The state of a filing in words. */
export async function FilingStatus({ filing }: { filing: Parameters<typeof stateWord>[0] }) {
  const t = await getTranslations('filingState');
  return <Status state={filing.state}>{t(stateWord(filing))}</Status>;
}
