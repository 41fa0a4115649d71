import { z } from 'zod';
import { givenPassword } from '@/lib/domain/account/recovery';
import { contactForm } from '@/lib/domain/contact/contact';
import { joinProvince } from '@/lib/domain/contact/postal-address';

/** The contact form as its page sends it. */
export const contactInput = z.preprocess(
  (fields) => joinProvince(fields as Record<string, unknown>),
  contactForm,
);

/** The same to change it: another e-mail address takes the current password. */
export const contactChangeInput = z.intersection(contactInput, z.object({ currentPassword: givenPassword }));
