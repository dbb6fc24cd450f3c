/** What others may know of oversight. Pure. */

/** Events: all this module writes is that somebody looked. */
export const OVERSIGHT_EVENTS = {
  /** Payload: `{ events, brokenAt }`. */
  chainVerified: 'oversight.chain-verified',
  /** Payload: `{ question }`, the filters as in the address of the page. */
  trailExported: 'oversight.trail-exported',
} as const;

/** Kinds of subjects of its events: the neighborhood's chain, and one saved sheet. */
export const OVERSIGHT_SUBJECTS = { chain: 'chain', export: 'trail-export' } as const;
