/** The capacity plan, held against queues that can be reckoned by hand. */
@NullMarked
package nl.koppelwerk.capacity;

import org.jspecify.annotations.NullMarked;
