import { z } from 'zod';

const uuid = z.uuid();

/** Whether the database would accept the text as a row's id. */
export function isUuid(text: string): boolean {
  return uuid.safeParse(text).success;
}
