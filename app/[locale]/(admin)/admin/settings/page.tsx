import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { RowLink } from '@/app/[locale]/(admin)/admin/row-link';
import { FeeForm, LimitsForm, NoticeForm, TermsForm } from '@/app/[locale]/(admin)/admin/settings/forms';
import { settingWords } from '@/app/[locale]/(admin)/admin/settings/setting-words';
import { Versions } from '@/app/[locale]/(admin)/admin/settings/versions';
import { termsSections } from '@/app/[locale]/(justice)/terms-text';
import { FoldedForm } from '@/app/ui/form/folded-form';
import { pageTitle } from '@/app/ui/layout/page-title';
import { termsVersion } from '@/lib/data/account/terms';
import { listSettings } from '@/lib/data/settings/settings';
import { can } from '@/lib/domain/access/access';
import { termsVersions } from '@/lib/domain/account/terms';
import { formatDollars } from '@/lib/domain/claim/amounts';
import { simplifiedLimit, smallClaimsLimit } from '@/lib/domain/claim/cautions';
import { courtDay } from '@/lib/domain/court/calendar';
import { issueFee } from '@/lib/domain/court/fee';
import { permissionFor, SETTING_KINDS, type SingleKind } from '@/lib/domain/settings/setting';
import { writeTerms } from '@/lib/domain/settings/terms-text';
import { courtNow, systemNow } from '@/lib/services/clock';
import { orNotFound } from '@/lib/web/action/or-not-found';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('adminSettings');

/** What holds without staff, in words. */
async function firstWords(kind: SingleKind, today: string): Promise<string> {
  const [t, locale] = [await getTranslations('adminSettings.values'), await getLocale()];
  const version = 1 as const;
  switch (kind) {
    case 'notice':
      return t('noNotice');
    case 'fee':
      return formatDollars(issueFee(today).dollars, locale);
    case 'limits': {
      const limits = { smallClaims: smallClaimsLimit(today), simplified: simplifiedLimit(today) };
      return settingWords({ version, kind, ...limits });
    }
    case 'terms':
      return t('firstTerms', { version: termsVersions.justice });
  }
}

/** The terms in force, as they are edited. */
async function PresentTerms() {
  const version = await termsVersion('justice', systemNow());
  const [en, fr] = [await termsSections(version, 'en'), await termsSections(version, 'fr')];
  return <TermsForm en={writeTerms(en)} fr={writeTerms(fr)} />;
}

const forms: Record<SingleKind, { form: () => ReactNode; field: string }> = {
  notice: { form: () => <NoticeForm />, field: 'noticeFrom' },
  fee: { form: () => <FeeForm />, field: 'feeFrom' },
  limits: { form: () => <LimitsForm />, field: 'limitsFrom' },
  terms: { form: () => <PresentTerms />, field: 'termsFrom' },
};

/** What has versions and its own page. */
const elsewhere = [
  { href: '/admin/courts', words: 'courts' },
  { href: '/admin/settings/natures', words: 'natures' },
  { href: '/admin/calendar/names', words: 'closureNames' },
  { href: '/admin/work/hold-reasons', words: 'holdReasons' },
] as const;

/** What the service tells everybody and reckons with, in dated versions that two people make. */
export default async function SettingsPage() {
  const actor = await requireStaff('registrar');
  const [t, approvals] = [await getTranslations('adminSettings'), await getTranslations('approvals')];
  const today = courtDay(courtNow());
  const shown = SETTING_KINDS.filter((kind) => can(actor, permissionFor(kind)));
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="text-lg">{t('intro')}</p>
      <p>
        <RowLink href="/admin/approvals">{approvals('show')}</RowLink>
      </p>
      <p className="mb-2!">{t('elsewhereWords')}</p>
      <ul className="mb-8 list-disc pl-5">
        {elsewhere.map(({ href, words }) => (
          <li key={words}>
            <RowLink href={href}>{t(`elsewhere.${words}`)}</RowLink>
          </li>
        ))}
      </ul>
      {
        await Promise.all(
          shown.map(async (kind) => (
            <section key={kind} aria-labelledby={kind}>
              <h2 id={kind}>{t(`kinds.${kind}`)}</h2>
              <Versions
                caption={t(`kinds.${kind}`)}
                versions={await orNotFound(listSettings(actor, kind))}
                first={await firstWords(kind, today)}
                today={today}
              />
              <FoldedForm summary={t(`change.${kind}`)} words={t(`words.${kind}`)} field={forms[kind].field}>
                {forms[kind].form()}
              </FoldedForm>
            </section>
          )),
        )
      }
    </>
  );
}
