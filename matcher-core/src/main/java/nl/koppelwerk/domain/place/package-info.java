/** Where people live, as coarse as a four-digit postcode. */
@NullMarked
package nl.koppelwerk.domain.place;

import org.jspecify.annotations.NullMarked;
