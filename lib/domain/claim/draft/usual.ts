import { z } from 'zod';
import { LANGUAGES, PROCEDURES } from '@/lib/domain/claim/claim';
import { isLawyerNumber, mendLawyerNumber } from '@/lib/domain/contact/lawyer';
import { errorKey, optional } from '@/lib/domain/text';

/** What a lawyer usually files, and their number of the Law Society of Ontario. Each may be left out. */
export const usualForm = z.object({
  lawyerNumber: optional(20)
    .overwrite(mendLawyerNumber)
    .refine((number) => !number || isLawyerNumber(number), errorKey('checkLawyerNumber')),
  /** The id of a court. It is offered only while that court accepts claims. */
  usualCourt: optional(60),
  usualProcedure: z.enum(['', ...PROCEDURES], { error: errorKey('chooseProcedure') }).prefault(''),
  usualLanguage: z.enum(['', ...LANGUAGES], { error: errorKey('chooseLanguage') }).prefault(''),
});

/** As it is stored; empty before anything was. */
export type Usual = Partial<z.output<typeof usualForm>>;

/** The usual answers by the fields of a claim, to preselect them where nothing else is known. */
export function usualFields({ usualCourt, usualProcedure, usualLanguage }: Usual) {
  const given = { court: usualCourt, procedure: usualProcedure, language: usualLanguage };
  const known = Object.entries(given).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return Object.fromEntries(known) as Partial<Record<keyof typeof given, string>>;
}
