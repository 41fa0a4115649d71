import { getTranslations } from 'next-intl/server';
import { CourtSelect } from '@/app/[locale]/(justice)/claims/[draft]/court/court-select';
import { LanguageField } from '@/app/[locale]/(justice)/claims/[draft]/language/language-field';
import { naturesToday } from '@/app/[locale]/(justice)/claims/[draft]/nature/natures';
import { ProcedureFields } from '@/app/[locale]/(justice)/claims/[draft]/procedure/procedure-fields';
import { TypeField } from '@/app/[locale]/(justice)/claims/[draft]/type/type-field';
import { Select } from '@/app/ui/form/select';
import { type DraftAnswers, fieldEntries } from '@/lib/domain/claim/claim';
import { fieldDifferences } from '@/lib/domain/claim/proposals/differences';
import { type ProposedFields, proposedFields } from '@/lib/domain/claim/proposals/proposals';
import type { ClaimReading } from '@/lib/domain/claim/reading/reading';
import { courtDay } from '@/lib/domain/court/calendar';
import { acceptsOn } from '@/lib/domain/court/court';
import { courtNow } from '@/lib/services/clock';
import { courtOffices } from '@/lib/web/live/court-facts';

/** The questions of one answer each. Each says whether its answer was read, and where. */
export async function ReadFields({
  reading,
  answers,
  usual,
}: {
  reading: ClaimReading | null;
  answers: DraftAnswers;
  /** The answers that stand where neither the PDF nor the draft has one. */
  usual: ProposedFields;
}) {
  const [t, nature, natures, procedure, courts] = await Promise.all([
    getTranslations('claim.check'),
    getTranslations('claim.nature'),
    naturesToday(),
    getTranslations('claim.procedure'),
    courtOffices(),
  ]);
  const read: ProposedFields = reading ? proposedFields(reading) : {};
  const different = reading ? fieldDifferences(answers, reading).map(({ field }) => field) : [];
  const entries: ProposedFields = fieldEntries(answers);
  const isUsual = (field: keyof ProposedFields) => usual[field] !== undefined && entries[field] === undefined;
  const note = (field: keyof ProposedFields) => {
    if (isUsual(field) && read[field] === undefined) return t('usual');
    // Of a PDF of which nothing was read the page has said so above.
    if (read[field] === undefined) return Object.keys(read).length > 0 ? t('notRead') : undefined;
    return t(different.includes(field) ? 'readOtherwise' : 'read');
  };
  const courtNote =
    reading?.court && read.court && !different.includes('court')
      ? t('readAt', { page: reading.court.page, text: reading.court.text })
      : note('court');
  return (
    <>
      <TypeField hint={note('documentType')} />
      <CourtSelect
        courts={courts.filter((court) => acceptsOn(court, courtDay(courtNow())))}
        hint={courtNote}
      />
      <Select
        name="nature"
        label={nature('nature')}
        hint={nature('hint')}
        placeholder={t('chooseNature')}
        options={natures.options}
      />
      <ProcedureFields
        hint={note('procedure')}
        classHint={[procedure('classHint'), note('classProceeding')].filter(Boolean).join(' ')}
      />
      <LanguageField hint={note('language')} />
    </>
  );
}
