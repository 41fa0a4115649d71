import { z } from 'zod';

const uuid = z.uuid();

/** An id that no row has. */
export const nobody = '00000000-0000-0000-0000-000000000000';

/** Whether the database would accept the text as a row's id. */
export function isUuid(text: string): boolean {
  return uuid.safeParse(text).success;
}
