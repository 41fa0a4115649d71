import { getLocale, getTranslations } from 'next-intl/server';
import { documentNames } from '@/app/[locale]/(justice)/transactions/downloads';
import { Button } from '@/app/ui/layout/button';
import { RefusedFile } from '@/app/ui/upload/refused-file';
import type { FiledClaim } from '@/lib/data/filing/filings';

type Props = { filing: FiledClaim; refused?: string | string[] | undefined };

/** The form, behind a click, that uploads a new version of one of the filing's documents. It is open after a refusal. */
export async function UploadCorrection({ filing, refused }: Props) {
  const [t, locale] = [await getTranslations('adminCorrections'), await getLocale()];
  return (
    <details className="mb-6" open={refused !== undefined}>
      <summary className="min-h-11 cursor-pointer py-2 text-link underline">{t('upload')}</summary>
      <p className="mt-4 max-w-text">{t('uploadWords')}</p>
      {typeof refused === 'string' && (
        <RefusedFile reference={filing.reference} code={refused} say={(reason) => t('refused', { reason })} />
      )}
      <form method="post" action="/api/corrections" encType="multipart/form-data" className="mb-8 max-w-text">
        <input type="hidden" name="reference" value={filing.reference} />
        <input type="hidden" name="locale" value={locale} />
        <WhichDocument filing={filing} />
        <label htmlFor="new-version-file" className="mb-1 block font-semibold">
          {t('file')}
        </label>
        <input
          id="new-version-file"
          type="file"
          name="file"
          accept="application/pdf,.pdf"
          required
          className="file-input"
        />
        <Button look="secondary">{t('uploadButton')}</Button>
      </form>
    </details>
  );
}

/** The documents of the filing; where it has one alone, nothing is asked. */
async function WhichDocument({ filing }: { filing: FiledClaim }) {
  const [t, nameOf] = [await getTranslations('adminCorrections'), await documentNames()];
  const [only, ...others] = filing.documents;
  if (only && others.length === 0) return <input type="hidden" name="document" value={only.id} />;
  return (
    <>
      <label htmlFor="new-version-of" className="mb-1 block font-semibold">
        {t('of')}
      </label>
      <select
        id="new-version-of"
        name="document"
        className="mb-6 block min-h-11 w-full rounded border-2 border-edge px-3"
      >
        {filing.documents.map((document) => {
          const newest = document.versions.at(-1);
          return (
            <option key={document.id} value={document.id}>
              {newest ? nameOf(document, newest, filing) : document.name}
            </option>
          );
        })}
      </select>
    </>
  );
}
