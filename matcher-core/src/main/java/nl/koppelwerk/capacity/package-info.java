/** What happens to waiting times when more families or volunteers come, or a coordinator leaves: recorded arrivals played on. */
@NullMarked
package nl.koppelwerk.capacity;

import org.jspecify.annotations.NullMarked;
