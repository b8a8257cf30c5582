package nl.koppelwerk.exact;

/**
 * Pairs that one volunteer can take together, beside what is fixed: a column of the linear program.
 *
 * @param pairs ascending
 */
record Bundle(int volunteer, int[] pairs) {}
