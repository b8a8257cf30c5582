/** What the organisation sees of its own work, and what research sheets say. */
@NullMarked
package nl.koppelwerk.ui.monitor;

import org.jspecify.annotations.NullMarked;
