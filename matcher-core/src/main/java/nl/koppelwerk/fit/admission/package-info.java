/** Whether this volunteer may do this work at all. */
@NullMarked
package nl.koppelwerk.fit.admission;

import org.jspecify.annotations.NullMarked;
