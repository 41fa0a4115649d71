import { getTranslations } from 'next-intl/server';
import { Link } from '@/lib/web/routes/link';
import type { Href } from '@/lib/web/routes/navigation';

type Props = { title: string; own: string | undefined };

/** The title of a proceeding, with the number by which the filer knows it. */
export async function Titled({ title, own }: Props) {
  const t = await getTranslations('transactions');
  return (
    <>
      {title}
      {own && <span className="block text-muted">{t('ownNumber', { number: own })}</span>}
    </>
  );
}

/** The same as a link. */
export function TitledLink({ href, ...titled }: Props & { href: Href }) {
  return (
    <Link href={href} className="inline-flex min-h-11 items-center text-link underline sm:min-h-0">
      <span>
        <Titled {...titled} />
      </span>
    </Link>
  );
}
