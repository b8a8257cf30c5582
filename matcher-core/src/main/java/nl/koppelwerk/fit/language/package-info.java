/** Whether the two can talk with each other, and how well. */
@NullMarked
package nl.koppelwerk.fit.language;

import org.jspecify.annotations.NullMarked;
