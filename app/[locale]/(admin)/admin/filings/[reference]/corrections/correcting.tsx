import { getLocale, getTranslations } from 'next-intl/server';
import { ProposeCorrection } from '@/app/[locale]/(admin)/admin/filings/[reference]/corrections/propose-correction';
import { UploadCorrection } from '@/app/[locale]/(admin)/admin/filings/[reference]/corrections/upload-correction';
import { Comparison } from '@/app/[locale]/(justice)/transactions/[reference]/comparison';
import { listWaitingFor } from '@/lib/data/approval/proposals';
import { findUnfiled, type UnfiledCorrection } from '@/lib/data/filing/corrections/uploads';
import type { FiledClaim } from '@/lib/data/filing/filings';
import type { UserActor } from '@/lib/domain/access/access';
import { formatInstant } from '@/lib/domain/court/dates';

type Props = {
  actor: UserActor;
  filing: FiledClaim;
  /** Why a version was not taken: a code under `refusal` or a key under `errors`, from the address. */
  refused?: string | string[] | undefined;
};

/** For registrars: the new version that is to stand beside an issued document, from its upload to its proposal. */
export async function Correcting({ actor, filing, refused }: Props) {
  const t = await getTranslations('adminCorrections');
  const unfiled = await findUnfiled(actor, filing.id);
  const isWaiting = (await listWaitingFor(actor, filing.reference)).includes('correct-filing');
  return (
    <section aria-labelledby="new-version">
      <h2 id="new-version">{t('heading')}</h2>
      {unfiled && <Uploaded unfiled={unfiled} />}
      {unfiled && isWaiting && <p>{t('waits')}</p>}
      {unfiled && !isWaiting && <ProposeCorrection reference={filing.reference} unfiled={unfiled} />}
      {!isWaiting && <UploadCorrection filing={filing} refused={refused} />}
    </section>
  );
}

async function Uploaded({ unfiled: { correction, uploader } }: { unfiled: UnfiledCorrection }) {
  const [t, locale] = [await getTranslations('adminCorrections'), await getLocale()];
  const instant = formatInstant(correction.uploadedAt, locale);
  return (
    <div className="mb-6 max-w-text">
      <p className="wrap-anywhere">
        {t('uploaded')}{' '}
        <a
          href={`/api/corrections/${correction.id}`}
          className="inline-flex min-h-11 items-center text-link underline sm:min-h-0"
        >
          {correction.name}
        </a>
      </p>
      <p>{t('by', { oneKeyId: uploader, instant, pages: correction.pages })}</p>
      <Comparison comparison={correction.comparison} />
    </div>
  );
}
