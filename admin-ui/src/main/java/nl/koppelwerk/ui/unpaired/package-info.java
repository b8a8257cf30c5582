/** The requests that nobody could be proposed for, and what stood in the way. */
@NullMarked
package nl.koppelwerk.ui.unpaired;

import org.jspecify.annotations.NullMarked;
