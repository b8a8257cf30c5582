/** Whether the two find time for each other in the week. */
@NullMarked
package nl.koppelwerk.fit.time;

import org.jspecify.annotations.NullMarked;
