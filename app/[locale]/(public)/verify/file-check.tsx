import { getLocale, getTranslations } from 'next-intl/server';
import { FileDrop } from '@/app/[locale]/(public)/verify/file-drop';

/** Why a file that was posted is not checked; the keys are under `errors`. */
const REFUSALS = ['uploadFailed', 'chooseFile', 'checkedFileTooLarge'] as const;

/** Checks a file; `refused` says why the last one was not: a key under `errors`, from the address. */
export async function FileCheck({ refused }: { refused?: string | string[] }) {
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
          reading: t.raw('reading'),
        }}
      />
    </section>
  );
}
