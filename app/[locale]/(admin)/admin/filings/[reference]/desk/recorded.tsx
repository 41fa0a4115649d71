import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/app/ui/display/table';
import { listEntriesOf } from '@/lib/data/filing/desk/file-facts';
import type { FiledClaim } from '@/lib/data/filing/filings';
import type { UserActor } from '@/lib/domain/access/access';
import { formatInstant } from '@/lib/domain/court/dates';
import { Link } from '@/lib/web/routes/link';

const link = 'inline-flex min-h-11 items-center text-link underline sm:min-h-0';

/** What the register has of the filing, and the page on which anyone can check its document. */
export async function Recorded({ actor, filing }: { actor: UserActor; filing: FiledClaim }) {
  const [t, locale] = [await getTranslations('adminDesk'), await getLocale()];
  const rows = (await listEntriesOf(actor, filing.id)).map(
    ({ entry, kind, recordedAt, recordedOn, hash }) => ({
      key: String(entry),
      cells: [
        String(entry),
        t(`registerKinds.${kind}`),
        formatInstant(recordedAt, locale),
        <code key="hash" className="break-all text-sm">
          {hash}
        </code>,
        <a key="day" href={`/api/register?day=${recordedOn}`} className={link}>
          {t('registerDay')}
        </a>,
      ],
    }),
  );
  const columns = ['entry', 'kind', 'recordedAt', 'hash', 'day'] as const;
  const headings = columns.map((name) => t(`registerColumns.${name}`));
  return (
    <section aria-labelledby="recorded">
      <h2 id="recorded">{t('register')}</h2>
      <Table
        caption={t('register')}
        headings={headings}
        rows={rows}
        empty={t(filing.state === 'withdrawn' ? 'neverInRegister' : 'notInRegister')}
        headed
      />
      {filing.verificationCode && (
        <p>
          <Link
            href={{ pathname: '/verify/[code]', params: { code: filing.verificationCode } }}
            prefetch={false}
            className={link}
          >
            {t('verify')}
          </Link>
        </p>
      )}
    </section>
  );
}
