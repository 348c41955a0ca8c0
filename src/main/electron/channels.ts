/** The three channels between the preload and main. */
export const CALL = 'stet:call'
export const EVENT = 'stet:event'
/** Sent with the first listener of a window: from now on nothing that is announced is missed. */
export const LISTENING = 'stet:listening'
