/**
 * All feasible pairs of a night as the plain {@link nl.koppelwerk.problem.Problem}, found without testing every pair.
 *
 * <p>Every rule reads one thing of each side, so it is judged once for each two different things; what is left to do for a
 * pair is looking up.
 */
@NullMarked
package nl.koppelwerk.candidates;

import org.jspecify.annotations.NullMarked;
