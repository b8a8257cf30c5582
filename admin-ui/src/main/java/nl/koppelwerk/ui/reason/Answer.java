package nl.koppelwerk.ui.reason;

import java.util.List;

/**
 * Why two are not proposed together, as it is said.
 *
 * @param kind chosen, forbidden, taken or possible
 * @param lines the rules in the way, or who would lose what
 * @param moves who would get somebody else, where the pair is possible
 * @param percent how well the two fit, of 100; of those who may not be paired 0
 * @param pluses what speaks for the pair, where it is possible
 */
record Answer(String kind, List<String> lines, List<String> moves, String distance, int percent, List<String> pluses) {}
