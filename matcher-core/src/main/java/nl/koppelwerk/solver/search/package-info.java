/** The plan in the making: a ledger of who has what, how to begin it and the chains of changes that better it. */
@NullMarked
package nl.koppelwerk.solver.search;

import org.jspecify.annotations.NullMarked;
