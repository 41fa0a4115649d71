import { z } from 'zod';
import type { Contact } from '@/lib/domain/contact/contact';

/**
 * The form in which a filing keeps its filer's contact information, version 1. Like a claim's (claim-v1.ts)
 * it never changes.
 */
export const contactV1 = z.strictObject({
  version: z.literal(1),
  kind: z.enum(['lawyer', 'individual']),
  lastName: z.string(),
  firstName: z.string(),
  firm: z.string(),
  address: z.string(),
  city: z.string(),
  country: z.string(),
  province: z.string(),
  postalCode: z.string(),
  phone: z.string(),
  extension: z.string(),
  fax: z.string(),
  email: z.string(),
});

export type ContactV1 = z.output<typeof contactV1>;

/** The contact information in the form for a filing. @throws if the form has moved on from this version */
export function contactToFile(contact: Contact): ContactV1 {
  return contactV1.parse({ version: 1, ...contact });
}
