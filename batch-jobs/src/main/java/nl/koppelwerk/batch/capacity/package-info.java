/** Plays capacity plans while nobody waits. */
@NullMarked
package nl.koppelwerk.batch.capacity;

import org.jspecify.annotations.NullMarked;
