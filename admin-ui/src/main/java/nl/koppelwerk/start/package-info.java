/** The commands that start the web application: for real, and as a demonstration. */
@NullMarked
package nl.koppelwerk.start;

import org.jspecify.annotations.NullMarked;
