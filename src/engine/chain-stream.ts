// Where a chain's random numbers come from.

/** First word of a chain's path in the random streams; a chain's own number follows. */
export const chainStream = 1;
