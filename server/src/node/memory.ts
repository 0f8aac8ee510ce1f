/** How the memory of a server grows. */

/**
 * By this many percent the memory in use may grow before all of it is looked through. Engines wait until it has doubled: with
 * many specs open a server would hold twice what it needs, and looking through it more often takes no more time in all.
 */
export const slowGrowth = '--heap-growing-percent=40';
