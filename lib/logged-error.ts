export type LoggedError = {
  type: string;
  message: string;
  code?: string;
  stack: string;
  cause?: LoggedError;
};

/**
 * What may be logged of an error. A failed query of Drizzle repeats every value that was to be stored, and PostgreSQL
 * quotes the one that it could not take: names, addresses and e-mail of people. Neither these nor the other fields of an
 * error are kept, but the query with its $1, $2, the code, the causes, and where it happened.
 */
export function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' };
  const { code } = error as { code?: unknown };
  return {
    type: error.constructor.name,
    message: messageOf(error),
    ...(typeof code === 'string' && { code }),
    stack: framesOf(error),
    ...(error.cause !== undefined && { cause: loggedError(error.cause) }),
  };
}

/** Without the values: what follows `params:` of Drizzle's, and what PostgreSQL quotes after a colon. */
function messageOf({ message }: Error): string {
  return message.split('\nparams:')[0]?.replace(/: "[\s\S]*$/, '') ?? '';
}

/** The stack repeats the message: only the places are kept, which follow it. */
function framesOf({ stack = '', message }: Error): string {
  const at = stack.indexOf(message);
  return (at < 0 ? stack : stack.slice(at + message.length))
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .join('\n');
}

/** The same as text, for what Node prints. */
export function errorText(error: unknown): string {
  const { type, message, code, stack, cause } = loggedError(error);
  const own = [`${type}: ${message}${code ? ` (${code})` : ''}`, stack].filter(Boolean).join('\n');
  return cause ? `${own}\ncaused by ${errorText((error as Error).cause)}` : own;
}
