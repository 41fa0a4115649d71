import { getLocale, getTranslations } from 'next-intl/server';
import { FileDrop } from '@/app/[locale]/(public)/verify/file-drop';

/** Reasons why a posted file is not checked; the keys are under `errors`. */
const REFUSALS = ['uploadFailed', 'chooseFile', 'checkedFileTooLarge'] as const;

/** Checks a file. `refused`, from the URL, is a key under `errors` and says why the last file was not checked. */
export async function FileCheck({ refused }: { refused?: string | string[] | undefined }) {
  const [t, errors, locale] = [
    await getTranslations('verify.file'),
    await getTranslations('errors'),
    await getLocale(),
  ];
  const problem = REFUSALS.find((key) => key === refused);
  return (
    <section aria-labelledby="file-heading">
      <h2 id="file-heading">{t('heading')}</h2>
      <p>{t('words')}</p>
      <FileDrop
        locale={locale}
        problem={problem && errors(problem)}
        messages={{ tooLarge: errors('checkedFileTooLarge'), unreadable: errors('fileUnreadable') }}
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
