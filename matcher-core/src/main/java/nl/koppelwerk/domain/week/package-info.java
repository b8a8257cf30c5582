/** The week as people plan it: day-parts and hours. */
@NullMarked
package nl.koppelwerk.domain.week;

import org.jspecify.annotations.NullMarked;
