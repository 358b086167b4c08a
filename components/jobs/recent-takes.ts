/** How many takes stand in the strip of the studio. */
export const RECENT_TAKES = 40;
