import { getLocale, getTranslations } from 'next-intl/server';
import { FileDrop } from '@/app/[locale]/(public)/verify/file-drop';
import { OTHER_FILE_KINDS, type OtherFileKind } from '@/lib/domain/claim/file-kind';

type NoPdfWords = Record<OtherFileKind, string>;

/** Reasons why a posted file is not checked; the keys are under `errors`. */
const REFUSALS = ['uploadFailed', 'chooseFile', 'checkedFileTooLarge'] as const;

/**
 * Checks a file. `refused`, from the URL, is a key under `errors` or says what the last file was instead of a PDF.
 */
export async function FileCheck({ refused }: { refused?: string | string[] | undefined }) {
  const [t, errors, refusals, locale] = [
    await getTranslations('verify.file'),
    await getTranslations('errors'),
    await getTranslations('refusal'),
    await getLocale(),
  ];
  const key = REFUSALS.find((one) => one === refused);
  const other = OTHER_FILE_KINDS.find((one) => one === refused);
  const noPdf = (kind: OtherFileKind) => `${refusals(kind)}. ${errors('onlyIssuedPdf')}`;
  return (
    <section aria-labelledby="file-heading">
      <h2 id="file-heading">{t('heading')}</h2>
      <p>{t('words')}</p>
      <FileDrop
        locale={locale}
        problem={other ? noPdf(other) : key && errors(key)}
        messages={{
          tooLarge: errors('checkedFileTooLarge'),
          unreadable: errors('fileUnreadable'),
          ...(Object.fromEntries(OTHER_FILE_KINDS.map((kind) => [kind, noPdf(kind)])) as NoPdfWords),
        }}
        words={{
          label: t('label'),
          staysHere: t('staysHere'),
          isSent: t('isSent'),
          drop: t('drop'),
          choose: t('choose'),
          check: t('check'),
          reading: t('reading'),
        }}
      />
    </section>
  );
}
