import { z } from 'zod';
import { joinProvince } from '@/lib/domain/address';
import { contactForm } from '@/lib/domain/contact';

/** The contact form as its page sends it. */
export const contactInput = z.preprocess(joinProvince, contactForm);
