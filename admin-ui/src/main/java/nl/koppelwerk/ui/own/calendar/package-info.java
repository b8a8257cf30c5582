/** A volunteer's own appointments, for the calendar of a telephone. */
@NullMarked
package nl.koppelwerk.ui.own.calendar;

import org.jspecify.annotations.NullMarked;
