/** What a coordinator starts the day with. */
@NullMarked
package nl.koppelwerk.ui.morning;

import org.jspecify.annotations.NullMarked;
