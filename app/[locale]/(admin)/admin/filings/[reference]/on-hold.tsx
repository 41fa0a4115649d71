import { getLocale, getTranslations } from 'next-intl/server';
import { decide, release } from '@/app/[locale]/(admin)/admin/filings/[reference]/actions';
import { Comparison } from '@/app/[locale]/(justice)/transactions/[reference]/comparison';
import { Alert } from '@/app/ui/alert';
import { Button, ButtonRow } from '@/app/ui/button';
import { TextField } from '@/app/ui/fields';
import { PageForm } from '@/app/ui/page-form';
import type { FiledClaim } from '@/lib/data/filings';
import { listRepairs, type Repair } from '@/lib/data/repairs';
import { type Actor, can } from '@/lib/domain/access';
import { formatInstant } from '@/lib/domain/dates';

/** Why a filing is on hold, the copies that were offered, and what staff can do. */
export async function OnHold({ actor, filing }: { actor: Actor; filing: FiledClaim }) {
  const [t, reasons] = [await getTranslations('adminHold'), await getTranslations('holdReason')];
  const { reference, holdReason } = filing;
  return (
    <section className="mb-8">
      <Alert look="warning" heading={t('heading')}>
        <p>
          {holdReason && reasons.has(holdReason) ? reasons(holdReason) : ''} <code>{holdReason}</code>
        </p>
      </Alert>
      <PageForm action={release} doneMessage={t('released')}>
        <input type="hidden" name="reference" value={reference} />
        <Button>{t('release')}</Button>
      </PageForm>
      {(await listRepairs(actor, reference)).map((repair) => (
        <Offered key={repair.id} actor={actor} repair={repair} />
      ))}
    </section>
  );
}

async function Offered({ actor, repair }: { actor: Actor; repair: Repair }) {
  const [t, words, locale] = [
    await getTranslations('adminHold'),
    await getTranslations('hold'),
    await getLocale(),
  ];
  const mayDecide = repair.state === 'proposed' && can(actor, 'decide-repairs');
  return (
    <div className="mt-6 max-w-text border-t border-grey-40 pt-4">
      <h2 className="text-xl!">{t('repairs')}</h2>
      <p>
        {formatInstant(repair.receivedAt, locale)}: {repair.name} ({words(`kinds.${repair.kind}`)},{' '}
        {words(`states.${repair.state}`)})
      </p>
      <p>
        <a
          href={`/api/repairs/${repair.id}`}
          className="inline-flex min-h-11 items-center text-link underline"
        >
          {repair.name}
        </a>
      </p>
      <Comparison comparison={repair.comparison} />
      {mayDecide && (
        <PageForm action={decide} doneMessage={t('decided')}>
          <input type="hidden" name="repair" value={repair.id} />
          <TextField name="reason" label={t('decisionReason')} width="full" />
          <ButtonRow>
            <Button name="decision" value="approve">
              {t('approve')}
            </Button>
            <Button name="decision" value="refuse" look="secondary">
              {t('refuse')}
            </Button>
          </ButtonRow>
        </PageForm>
      )}
    </div>
  );
}
