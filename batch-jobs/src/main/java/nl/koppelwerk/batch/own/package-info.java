/** Keeps what volunteers said fresh: asks whether it still holds, and ends the pauses that they chose. */
@NullMarked
package nl.koppelwerk.batch.own;

import org.jspecify.annotations.NullMarked;
