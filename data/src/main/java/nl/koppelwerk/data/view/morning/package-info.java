/** What a coordinator starts the day with: how much waits, and who. */
@NullMarked
package nl.koppelwerk.data.view.morning;

import org.jspecify.annotations.NullMarked;
