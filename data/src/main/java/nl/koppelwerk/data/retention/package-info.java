/** How long things are kept, and letting go of what is past its term. */
@NullMarked
package nl.koppelwerk.data.retention;

import org.jspecify.annotations.NullMarked;
