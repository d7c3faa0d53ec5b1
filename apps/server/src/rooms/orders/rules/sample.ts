/** A draw is a whole number from 0 to below this. */
export const DRAWS = 1_000_000

/** Whether a draw falls into the share that is looked at again; of all draws exactly that share does. */
export const isSampled = (share: number, draw: number): boolean => draw < Math.round(share * DRAWS)
