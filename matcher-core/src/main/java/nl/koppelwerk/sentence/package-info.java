/** What the software says to people, as a key with figures until it is known in which language they read it. */
@NullMarked
package nl.koppelwerk.sentence;

import org.jspecify.annotations.NullMarked;
