import { env } from '@/lib/env';

/**
 * The peppers under which the database may hold something: the present one first, then the former one. The present one is
 * made when it is first asked for, where there is none.
 */
export const peppers = (): readonly [string, ...string[]] => [
  env.ANSWERS_PEPPER,
  ...(env.FORMER_ANSWERS_PEPPER ? [env.FORMER_ANSWERS_PEPPER] : []),
];
