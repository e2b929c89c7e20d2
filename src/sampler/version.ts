// The version that a run key and a link carry, so that "another version" and "other draws" can be told apart.

/**
 * Raise by one, in the commit that does it, whenever any setting, seed and target could give other draws to the bit: the order of a
 * sum, the order or number of random numbers, a constant of the adaptation, a schedule, a default. Same bits, same version.
 */
export const samplerVersion = 6;
