/** Whether the volunteer can help with what the family needs. */
@NullMarked
package nl.koppelwerk.fit.need;

import org.jspecify.annotations.NullMarked;
