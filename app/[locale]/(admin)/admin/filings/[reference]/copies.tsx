import { getLocale, getTranslations } from 'next-intl/server';
import { decide } from '@/app/[locale]/(admin)/admin/filings/[reference]/actions';
import { Comparison } from '@/app/[locale]/(justice)/transactions/[reference]/comparison';
import { Button, ButtonRow } from '@/app/ui/button';
import { TextField } from '@/app/ui/fields';
import { PageForm } from '@/app/ui/page-form';
import type { FiledClaim } from '@/lib/data/filings';
import { listRepairs, type Repair } from '@/lib/data/repairs';
import { can, type UserActor } from '@/lib/domain/access';
import { formatInstant } from '@/lib/domain/dates';

/**
 * The copies that were offered for a filing, the newest first, each with its file and its comparison. A
 * registrar decides on the newest that waits.
 */
export async function Copies({ actor, filing }: { actor: UserActor; filing: FiledClaim }) {
  const t = await getTranslations('adminHold');
  const repairs = await listRepairs(actor, filing.reference);
  if (repairs.length === 0) return null;
  const mayDecide = filing.state === 'held' && can(actor, 'decide-repairs');
  const next = mayDecide ? repairs.find(({ state }) => state === 'proposed') : undefined;
  return (
    <section>
      <h2>{t('repairs')}</h2>
      {repairs.map((repair) => (
        <div key={repair.id} className="mb-6 max-w-text border-t border-grey-40 pt-4">
          <Copy repair={repair} original={filing.documents.find(({ id }) => id === repair.documentId)} />
          {repair === next && <Decision repair={repair.id} />}
        </div>
      ))}
    </section>
  );
}

type Document = FiledClaim['documents'][number];

async function Copy({ repair, original }: { repair: Repair; original: Document | undefined }) {
  const [t, words, locale] = [
    await getTranslations('adminHold'),
    await getTranslations('hold'),
    await getLocale(),
  ];
  const uploaded = original?.versions.find(({ version }) => version === 0);
  const link = 'inline-flex min-h-11 items-center text-link underline sm:min-h-0';
  return (
    <>
      <h3>
        {words(`kinds.${repair.kind}`)} ({words(`states.${repair.state}`)})
      </h3>
      <p>{formatInstant(repair.receivedAt, locale)}</p>
      <ul>
        {original && uploaded && (
          <li>
            {t('original')}{' '}
            <a href={`/api/documents/${uploaded.id}`} className={link}>
              {original.name}
            </a>
          </li>
        )}
        <li>
          {t('copy')}{' '}
          <a href={`/api/repairs/${repair.id}`} className={link}>
            {repair.name}
          </a>
        </li>
      </ul>
      <Comparison comparison={repair.comparison} />
      {repair.reason && <p>{t('reasonGiven', { reason: repair.reason })}</p>}
    </>
  );
}

async function Decision({ repair }: { repair: string }) {
  const t = await getTranslations('adminHold');
  return (
    <PageForm action={decide} doneMessage={t('decided')}>
      <input type="hidden" name="repair" value={repair} />
      <TextField name="decisionReason" label={t('decisionReason')} width="full" />
      <ButtonRow>
        <Button name="decision" value="approve">
          {t('approve')}
        </Button>
        <Button name="decision" value="refuse" look="secondary">
          {t('refuse')}
        </Button>
      </ButtonRow>
    </PageForm>
  );
}
