/** What goes when its term is over, and not before. */
@NullMarked
package nl.koppelwerk.data.retention;

import org.jspecify.annotations.NullMarked;
