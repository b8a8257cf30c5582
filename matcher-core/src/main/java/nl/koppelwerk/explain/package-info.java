/** Why this pair, why not that one, what changed overnight, and what fairness costs: answers for a coordinator. */
@NullMarked
package nl.koppelwerk.explain;

import org.jspecify.annotations.NullMarked;
