/** What is recorded of who came and went, and the capacity plans made of it. */
@NullMarked
package nl.koppelwerk.data.capacity;

import org.jspecify.annotations.NullMarked;
