import { getLocale, getTranslations } from 'next-intl/server';
import { hold, holdAnew } from '@/app/[locale]/(admin)/admin/filings/[reference]/hold-actions';
import { CheckboxGroup } from '@/app/ui/form/choices';
import { TextArea } from '@/app/ui/form/fields';
import { FoldedForm } from '@/app/ui/form/folded-form';
import { PageForm } from '@/app/ui/form/page-form';
import { Select } from '@/app/ui/form/select';
import { Button } from '@/app/ui/layout/button';
import type { FiledClaim } from '@/lib/data/filing/filings';
import { listActiveReasons } from '@/lib/data/filing/holds/hold-reasons';
import type { UserActor } from '@/lib/domain/access/access';
import { courtDay } from '@/lib/domain/court/calendar';
import { SERVICE_REASONS } from '@/lib/domain/filing/hold';
import { askedDocuments } from '@/lib/domain/filing/holds/asked';
import { keptWords } from '@/lib/domain/filing/holds/kept-reason';
import { courtNow } from '@/lib/services/clock';

/**
 * Puts a filing that waits to be issued on hold, or gives one that is on hold another reason: why, for which of its documents,
 * and what staff should know. It is open if a saved form fills it.
 */
export async function Holding({ actor, filing }: { actor: UserActor; filing: FiledClaim }) {
  const [t, names, kinds, copies, catalogue, locale] = [
    await getTranslations('adminHold'),
    await getTranslations('holdName'),
    await getTranslations('documentKind'),
    await getTranslations('hold'),
    await getTranslations('holdReasons'),
    await getLocale(),
  ];
  const active = await listActiveReasons(actor, courtDay(courtNow()));
  const kept = active.map((reason) => ({
    value: reason.code,
    label: catalogue('named', { code: reason.code, words: keptWords(reason, locale) }),
  }));
  const own = SERVICE_REASONS.map((value) => ({ value, label: names(value) }));
  const reasons = [
    ...(kept.length > 0 ? [{ label: t('keptReasons'), options: kept }] : []),
    { label: t('ownReasons'), options: own },
  ];
  const isHeld = filing.state === 'held';
  const present = filing.keptReason?.code ?? filing.holdReason ?? '';
  const asked = isHeld ? (askedDocuments(filing) ?? []) : [];
  const documents = filing.documents.map(({ id, kind, name }) => ({
    name: `document-${id}`,
    label: <span className="wrap-anywhere">{copies('documentNamed', { kind: kinds(kind), name })}</span>,
  }));
  const words = isHeld ? ('holdAnew' as const) : ('hold' as const);
  return (
    <FoldedForm summary={t(words)} words={t(`${words}Words`)} field="holdNote">
      <PageForm
        action={isHeld ? holdAnew : hold}
        initial={{
          ...(reasons.some(({ options }) => options.some(({ value }) => value === present)) && {
            chosenReason: present,
          }),
          ...Object.fromEntries(asked.map((id) => [`document-${id}`, 'on'])),
        }}
        doneMessage={t(`${words}Done`)}
      >
        <input type="hidden" name="reference" value={filing.reference} />
        {isHeld && <input type="hidden" name="seenReason" value={present} />}
        <Select
          name="chosenReason"
          label={t('holdReason')}
          hint={t('holdReasonHint')}
          placeholder={t('chooseHoldReason')}
          options={reasons}
          width="full"
        />
        <CheckboxGroup
          name="askedDocuments"
          label={t('askedDocuments')}
          hint={t('askedDocumentsHint')}
          options={documents}
        />
        <TextArea name="holdNote" label={t('holdNote')} hint={t('holdNoteHint')} />
        <Button look="secondary">{t(`${words}Button`)}</Button>
      </PageForm>
    </FoldedForm>
  );
}
