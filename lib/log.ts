import pino from 'pino';
import { env } from '@/lib/env';
import { loggedError } from '@/lib/logged-error';

/** JSON lines on standard output. Ids only: no names, addresses, secrets, tokens or document contents. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: loggedError },
});
