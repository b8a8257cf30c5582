/** Tests of what keepers of the software see. */
@NullMarked
package nl.koppelwerk.ui.system;

import org.jspecify.annotations.NullMarked;
