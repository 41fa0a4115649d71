import { z } from 'zod';

const uuid = z.uuid();

/** Whether the database would take the text as an id of a row. */
export function isUuid(text: string): boolean {
  return uuid.safeParse(text).success;
}
