/** Sent to the page before its session may end, so that an unsaved form is saved now. */
export const SESSION_ENDING = 'session-ending';

/** The channel on which the tabs of one browser, which share a session, tell each other of activity. */
export const SESSION_CHANNEL = 'session';
