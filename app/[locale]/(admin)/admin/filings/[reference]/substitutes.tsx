import { getLocale, getTranslations } from 'next-intl/server';
import { decide } from '@/app/[locale]/(admin)/admin/filings/[reference]/actions';
import { Comparison } from '@/app/[locale]/(justice)/transactions/[reference]/comparison';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import type { FiledClaim } from '@/lib/data/filing/filings';
import { listSubstitutes, type Substitute } from '@/lib/data/filing/substitutes';
import { can, type UserActor } from '@/lib/domain/access/access';
import { formatInstant } from '@/lib/domain/court/dates';

/**
 * The copies that were offered for a filing, the newest first, each with its file and its comparison. A
 * registrar decides on the newest copy that is undecided.
 */
export async function Substitutes({ actor, filing }: { actor: UserActor; filing: FiledClaim }) {
  const t = await getTranslations('adminHold');
  const substitutes = await listSubstitutes(actor, filing.reference);
  if (substitutes.length === 0) return null;
  const mayDecide = filing.state === 'held' && can(actor, 'decide-substitutes');
  const next = mayDecide ? substitutes.find(({ state }) => state === 'proposed') : undefined;
  return (
    <section>
      <h2>{t('substitutes')}</h2>
      {substitutes.map((substitute) => (
        <div key={substitute.id} className="mb-6 max-w-text border-t border-line pt-4">
          <Copy
            substitute={substitute}
            original={filing.documents.find(({ id }) => id === substitute.documentId)}
          />
          {substitute === next && <Decision actor={actor} substitute={substitute} />}
        </div>
      ))}
    </section>
  );
}

type Document = FiledClaim['documents'][number];

async function Copy({ substitute, original }: { substitute: Substitute; original: Document | undefined }) {
  const [t, words, locale] = [
    await getTranslations('adminHold'),
    await getTranslations('hold'),
    await getLocale(),
  ];
  const uploaded = original?.versions.find(({ kind }) => kind === 'uploaded');
  const link = 'inline-flex min-h-11 items-center text-link underline sm:min-h-0';
  return (
    <>
      <h3>
        {words(`kinds.${substitute.kind}`)} ({words(`states.${substitute.state}`)})
      </h3>
      <p>{formatInstant(substitute.receivedAt, locale)}</p>
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
          <a href={`/api/substitutes/${substitute.id}`} className={link}>
            {substitute.name}
          </a>
        </li>
      </ul>
      <Comparison comparison={substitute.comparison} />
      {substitute.reason && <p>{t('reasonGiven', { reason: substitute.reason })}</p>}
    </>
  );
}

async function Decision({ actor, substitute }: { actor: UserActor; substitute: Substitute }) {
  const t = await getTranslations('adminHold');
  if (substitute.certifiedBy === actor.userId) return <p>{t('ownCopy')}</p>;
  return (
    <PageForm action={decide} doneMessage={t('decided')}>
      <input type="hidden" name="substitute" value={substitute.id} />
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
