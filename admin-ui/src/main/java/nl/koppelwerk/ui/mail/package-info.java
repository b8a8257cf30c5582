/** What mail has gone out, what waits, and what did not arrive. */
@NullMarked
package nl.koppelwerk.ui.mail;

import org.jspecify.annotations.NullMarked;
