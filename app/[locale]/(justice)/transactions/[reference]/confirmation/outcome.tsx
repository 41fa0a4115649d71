import { Download } from 'lucide';
import { getTranslations } from 'next-intl/server';
import { standingWords } from '@/app/[locale]/(justice)/transactions/[reference]/standing';
import { FilingStatus } from '@/app/[locale]/(justice)/transactions/filing-status';
import { Icon } from '@/app/ui/display/line-icon';
import { ButtonFile } from '@/app/ui/layout/button';
import type { FiledClaim } from '@/lib/data/filing/filings';
import { paperOf } from '@/lib/domain/claim/claim';

const looks = {
  success: 'bg-success-light',
  information: 'bg-information-light',
  warning: 'bg-warning-light',
};

/** What became of the submission: its state, its number, its date, and the sealed document to take away. */
export async function Outcome({ filing }: { filing: FiledClaim }) {
  const t = await getTranslations('confirmation');
  const { look, heading, words, email } = await standingWords(filing);
  return (
    <div className={`mb-8 max-w-text rounded-lg p-6 sm:p-8 print:border print:border-ink ${looks[look]}`}>
      <FilingStatus filing={filing} />
      <h1 className="mt-3 mb-4">{await headingOf(filing)}</h1>
      <p className="mb-0!">{t(filing.fileNumber ? 'fileNumber' : 'reference')}</p>
      <p className="mb-1! font-heading text-2xl font-extrabold lining-nums sm:text-4xl">
        {filing.fileNumber ?? filing.reference}
      </p>
      <p className="font-semibold">{heading}</p>
      <SealedDownload filing={filing} />
      <p className="last:mb-0!">{words}</p>
      {email && <p className="mb-0!">{email}</p>}
    </div>
  );
}

async function headingOf({ state, laterKind, claim }: FiledClaim): Promise<string> {
  const [t, kinds] = [await getTranslations('confirmation'), await getTranslations('documentKind')];
  const isDone = state === 'issued';
  if (laterKind) return t(isDone ? 'filed' : 'receivedLater', { kind: kinds(laterKind) });
  return t(`${isDone ? 'issued' : 'received'}.${claim.documentType}`);
}

/** The claim with the court's seal, once there is one. */
async function SealedDownload({ filing }: { filing: FiledClaim }) {
  const t = await getTranslations('confirmation');
  const claim = filing.documents.find(({ kind }) => kind === 'claim');
  const sealed = claim?.versions.find(({ kind }) => kind === 'sealed');
  if (!sealed) return null;
  return (
    <p className="my-6 print:hidden">
      <ButtonFile href={`/api/documents/${sealed.id}`} look="start">
        <Icon of={Download} size={20} className="shrink-0" />
        {t('download', { paper: paperOf(filing.claim.documentType) })}
      </ButtonFile>
    </p>
  );
}
