/** The pages of a programme's rhythm. */
@NullMarked
package nl.koppelwerk.ui.rhythm;

import org.jspecify.annotations.NullMarked;
