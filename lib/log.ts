import pino from 'pino';
import { env } from '@/lib/env';
import { loggedError } from '@/lib/logged-error';
import { currentRequestId } from '@/lib/request-id';

/** JSON lines on standard output, with the id of the request that led to them. Ids only: no names, addresses, secrets, tokens or document contents. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: null,
  mixin: () => ({ requestId: currentRequestId() }),
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: loggedError },
});
