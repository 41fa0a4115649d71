/** Told to the page before its session may end: whoever holds what is not saved yet saves it now. */
export const SESSION_ENDING = 'session-ending';

/** Tabs of one browser share a session: what one does, the others hear of here. */
export const SESSION_CHANNEL = 'session';
