import { randomUUID } from 'node:crypto';
import { getTranslations } from 'next-intl/server';
import { ChangedElsewhere } from '@/app/[locale]/(justice)/claims/[draft]/saving/changed-elsewhere';
import { DraftVersion } from '@/app/[locale]/(justice)/claims/[draft]/saving/draft-version';
import type { Draft } from '@/lib/data/claim/drafts';

/** The first values of the fields of `SeenVersion`. */
export const shownVersion = ({ version }: Draft) => ({ version: String(version), tab: randomUUID() });

/** What a form with a draft's answers sends beside them, and what it shows when another page has saved others. */
export async function SeenVersion() {
  return <Seen t={await getTranslations('claim.changed')} />;
}

/** The same for a form that removes a party. */
export async function SeenBeforeRemoval() {
  return <Seen t={await getTranslations('claim.changed.removal')} />;
}

function Seen({ t }: { t: (key: 'heading' | 'keepHint' | 'keep' | 'take') => string }) {
  const words = { heading: t('heading'), keepHint: t('keepHint'), keep: t('keep'), take: t('take') };
  return (
    <>
      <DraftVersion />
      <ChangedElsewhere words={words} />
    </>
  );
}
