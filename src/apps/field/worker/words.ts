/** What a page or the worker of an older release says to the one that waits. */
export const takeOver = 'take over'
