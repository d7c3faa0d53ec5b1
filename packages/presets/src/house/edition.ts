/**
 * Counts the changes of the rows of all the places: raised with every change that leaves the house, so that a server knows
 * whether a region was brought to newer rows than its own. `edition.test.ts` keeps it true.
 */
export const EDITION = 4
