import { optionalEmail } from '@/lib/domain/contact/email';
import { isPhone, mendPhone } from '@/lib/domain/contact/phone';
import { type FieldErrors, LONGEST_FIRM, optional } from '@/lib/domain/text';

/** The fields of the lawyer who acts for a party. */
export const lawyerFields = {
  lawyerName: optional(),
  lawyerFirm: optional(LONGEST_FIRM),
  lawyerEmail: optionalEmail(),
  lawyerPhone: optional(40),
  lawyerNumber: optional(20),
};

export type Lawyer = Record<keyof typeof lawyerFields, string>;

export const NO_LAWYER: Lawyer = {
  lawyerName: '',
  lawyerFirm: '',
  lawyerEmail: '',
  lawyerPhone: '',
  lawyerNumber: '',
};

// A lawyer's number of the Law Society of Ontario
const NUMBER = /^\d{5,6}[A-Z]$/;

/** Message keys of the lawyer's fields that are missing or wrong. */
export function lawyerErrors(lawyer: Lawyer): FieldErrors {
  const errors: FieldErrors = {};
  const number = mendLawyerNumber(lawyer.lawyerNumber);
  if (!lawyer.lawyerName) errors.lawyerName = 'enterLawyerName';
  if (lawyer.lawyerPhone && !isPhone(lawyer.lawyerPhone, 'CA')) errors.lawyerPhone = 'checkPhone';
  if (number && !isLawyerNumber(number)) errors.lawyerNumber = 'checkLawyerNumber';
  return errors;
}

/** Phone and number in their usual form: `12345A` for `12345 a`. */
export function mendLawyer(lawyer: Lawyer): Pick<Lawyer, 'lawyerPhone' | 'lawyerNumber'> {
  return {
    lawyerPhone: mendPhone(lawyer.lawyerPhone, 'CA'),
    lawyerNumber: mendLawyerNumber(lawyer.lawyerNumber),
  };
}

/** Whether this is a number as the Law Society of Ontario gives them, in its usual form. */
export const isLawyerNumber = (number: string): boolean => NUMBER.test(number);

/** `12345A` for `12345 a`. */
export function mendLawyerNumber(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '');
}
