import { getLocale, getTranslations } from 'next-intl/server';
import { DocumentUpload } from '@/app/[locale]/(justice)/claims/[draft]/documents/document-upload';
import { problemOf, uploadMessages } from '@/app/[locale]/(justice)/claims/[draft]/documents/upload-words';
import { refusalWords } from '@/app/ui/upload/refusal-words';
import type { DraftDocument } from '@/lib/data/claim/documents';

type Props = {
  draft: string;
  /** The claims among the documents of the draft. */
  documents: readonly DraftDocument[];
  /** Why a file sent without JavaScript was not taken: a key under `errors`, from the address. */
  refused?: string | string[] | undefined;
};

/** The upload of the claim alone, with which a draft begins. */
export async function ClaimSection({ draft, documents, refused }: Props) {
  const [t, kinds, messages, locale] = await Promise.all([
    getTranslations('claim.documents'),
    getTranslations('documentKind'),
    uploadMessages(),
    getLocale(),
  ]);
  const last = documents.at(-1);
  const problem = async () => {
    const told = problemOf(messages, refused);
    if (told) return told;
    if (last?.state === 'uploading') return t('arriving', { name: last.name });
    if (last?.state !== 'refused' || !last.refusal) return undefined;
    return t('refused', { name: last.name, reason: await refusalWords(last.refusal, last.sealNumber) });
  };
  return (
    <section aria-labelledby="heading-claim" className="mb-8 max-w-text border-t border-grey-40 pt-4">
      <h2 id="heading-claim" className="mt-0! text-2xl!">
        {kinds('claim')} <span className="font-sans text-base font-normal">({t('required')})</span>
      </h2>
      <DocumentUpload
        {...{ draft, page: 'start', kind: 'claim', locale, messages, problem: await problem() }}
        hint={t('hints.claim')}
        words={{
          label: t('chooseFor', { kind: kinds('claim') }),
          choose: t('choose'),
          upload: t('upload'),
          uploading: t('uploading'),
          arrived: t('arrived'),
        }}
      />
    </section>
  );
}
