/** The problem as Timefold sees it: planning classes, the rules as constraint streams, their fast twin, and moves. */
@NullMarked
package nl.koppelwerk.solver.timefold;

import org.jspecify.annotations.NullMarked;
