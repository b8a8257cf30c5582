/** The optimiser: plans a problem as well as it can in the steps given, and says how much better a plan could be. */
@NullMarked
package nl.koppelwerk.solver;

import org.jspecify.annotations.NullMarked;
