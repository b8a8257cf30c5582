/** Ours beside the usual ways to solve the same towns, in one run with the same time each. */
@NullMarked
package nl.koppelwerk.bench;

import org.jspecify.annotations.NullMarked;
