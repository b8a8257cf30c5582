/** Volunteers: support families and buddies, with what they offer and where their limits are. */
@NullMarked
package nl.koppelwerk.domain.volunteer;

import org.jspecify.annotations.NullMarked;
