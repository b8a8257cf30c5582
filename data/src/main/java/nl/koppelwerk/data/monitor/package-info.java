/** What the monitor of an organisation is made of: its own families and pairings, hours of staff, and research sheets. */
@NullMarked
package nl.koppelwerk.data.monitor;

import org.jspecify.annotations.NullMarked;
