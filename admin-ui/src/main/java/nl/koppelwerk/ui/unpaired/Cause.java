package nl.koppelwerk.ui.unpaired;

/**
 * A step of the funnel.
 *
 * @param sentence who falls away here, or who is left
 * @param left how many are left after it, of those at the start
 * @param percent the same as a share of those at the start
 */
record Cause(String sentence, int left, int percent) {}
