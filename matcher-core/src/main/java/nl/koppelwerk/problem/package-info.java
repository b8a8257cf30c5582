/**
 * The one plain problem that the domain maps to: requests, volunteers and feasible pairs as arrays of numbers.
 *
 * <p>Nothing here knows of families. The optimiser reads and writes this problem only.
 */
@NullMarked
package nl.koppelwerk.problem;

import org.jspecify.annotations.NullMarked;
