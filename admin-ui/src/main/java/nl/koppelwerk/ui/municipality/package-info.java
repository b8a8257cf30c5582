/** For readers at a municipality, who see figures and no persons. */
@NullMarked
package nl.koppelwerk.ui.municipality;

import org.jspecify.annotations.NullMarked;
