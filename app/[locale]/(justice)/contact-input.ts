import { z } from 'zod';
import { contactForm } from '@/lib/domain/account/contact';
import { joinProvince } from '@/lib/domain/account/postal-address';
import { givenPassword } from '@/lib/domain/account/recovery';

/** The contact form as its page sends it. */
export const contactInput = z.preprocess(
  (fields) => joinProvince(fields as Record<string, unknown>),
  contactForm,
);

/** The same to change it: another e-mail address takes the current password. */
export const contactChangeInput = z.intersection(contactInput, z.object({ currentPassword: givenPassword }));
