import { getTranslations } from 'next-intl/server';
import { Panel } from '@/app/ui/display/alert';
import type { FiledClaim } from '@/lib/data/filing/filings';
import { inGroups } from '@/lib/domain/crockford';
import { waitForAddress } from '@/lib/domain/filing/mail-standing';
import { Link } from '@/lib/web/routes/navigation';

/** The code with which anybody checks the issued document, and the addresses to which the court wrote. */
export async function BesideOutcome({ filing, copies }: { filing: FiledClaim; copies: readonly string[] }) {
  const t = await getTranslations('confirmation');
  const code = filing.verificationCode;
  return (
    <>
      {code && (
        <Panel label={t('verify')}>
          <h2 className="mt-0! mb-2! text-lg!">{t('verify')}</h2>
          <p>{t('verifyWords')}</p>
          <p className="mb-0!">{t('codeLabel')}</p>
          <p className="font-bold">{inGroups(code)}</p>
          <p className="print:hidden">
            <Link href={{ pathname: '/verify/[code]', params: { code } }} prefetch={false}>
              {t('codeLink')}
            </Link>
          </p>
        </Panel>
      )}
      {filing.state === 'issued' && !waitForAddress(filing.mails) && (
        <Panel label={t('sent')}>
          <h2 className="mt-0! mb-2! text-lg!">{t('sent')}</h2>
          <ul className="mb-0!">
            {[filing.contact.email, ...copies].map((address) => (
              <li key={address}>{address}</li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
