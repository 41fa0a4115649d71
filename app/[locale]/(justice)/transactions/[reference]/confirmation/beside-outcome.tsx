import { getTranslations } from 'next-intl/server';
import { CodeLink } from '@/app/[locale]/(justice)/transactions/[reference]/filing-facts';
import { Panel } from '@/app/ui/display/alert';
import type { FiledClaim } from '@/lib/data/filing/filings';
import { waitForAddress } from '@/lib/domain/filing/mail-standing';

/** The code with which anybody checks the issued document, and the addresses to which the court wrote. */
export async function BesideOutcome({ filing, copies }: { filing: FiledClaim; copies: readonly string[] }) {
  const [t, words] = [await getTranslations('confirmation'), await getTranslations('transaction')];
  const code = filing.verificationCode;
  return (
    <>
      {code && (
        <Panel label={t('verify')}>
          <h2 className="mt-0! mb-2! text-lg!">{t('verify')}</h2>
          <p>{t('verifyWords')}</p>
          <p className="mb-0!">{words('code')}</p>
          <p>
            <CodeLink code={code} />
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
