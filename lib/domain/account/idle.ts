/** Accounts of staff that nobody uses. Whoever left the office leaves a way in behind. */

/** Days without a sign-in after which the service locks an account of staff. */
export const IDLE_DAYS = 90;

/** Days before that on which its owner is told. */
export const IDLE_TOLD_DAYS = 14;

/** The reason of such a lock, in the place of words that somebody gave. */
export const UNUSED_ACCOUNT = 'unused-account';
