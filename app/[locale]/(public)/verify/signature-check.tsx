import { getLocale, getTranslations } from 'next-intl/server';
import { Alert } from '@/app/ui/display/alert';
import { SummaryList } from '@/app/ui/display/summary-list';
import { courtDay } from '@/lib/domain/court/calendar';
import { formatDate } from '@/lib/domain/court/dates';
import { findCourtCertificate } from '@/lib/jobs/issuing/court-certificate';

const STEPS = ['get', 'import', 'trust', 'open'] as const;

/** Explains how to check the court's signature without this service, and shows its certificate. */
export async function SignatureCheck() {
  const [t, locale, certificate] = [
    await getTranslations('verify.signature'),
    await getLocale(),
    await findCourtCertificate(),
  ];
  if (!certificate) return null;
  const rows = [
    { label: t('subject'), value: certificate.subject },
    { label: t('issuer'), value: certificate.issuer },
    { label: t('validTo'), value: formatDate(courtDay(certificate.validTo), locale) },
    {
      label: t('fingerprint'),
      value: <code className="text-sm break-all">{certificate.authorityFingerprint}</code>,
    },
    ...certificate.formerFingerprints.map((fingerprint) => ({
      label: t('formerFingerprint'),
      value: <code className="text-sm break-all">{fingerprint}</code>,
    })),
  ];
  return (
    <section aria-labelledby="signature-heading">
      <h2 id="signature-heading">{t('heading')}</h2>
      <p>{t('words')}</p>
      {certificate.isDemonstration && (
        <Alert look="warning" heading={t('demonstrationHeading')}>
          <p>{t('demonstration')}</p>
        </Alert>
      )}
      <SummaryList rows={rows} />
      <h3>{t('stepsHeading')}</h3>
      <ol>
        {STEPS.map((step) => (
          <li key={step}>{t(`steps.${step}`)}</li>
        ))}
      </ol>
      <p>
        <a href="/api/authority">{t('download')}</a>
      </p>
      <p>
        <a href="/api/authority?form=pem">{t('pem')}</a>
      </p>
    </section>
  );
}
