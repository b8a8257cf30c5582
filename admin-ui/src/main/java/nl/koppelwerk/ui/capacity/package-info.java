/** What would happen to waiting times, played on what is recorded. */
@NullMarked
package nl.koppelwerk.ui.capacity;

import org.jspecify.annotations.NullMarked;
