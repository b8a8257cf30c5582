/** Programmes that share volunteers, and families that ask something of more than one programme. */
@NullMarked
package nl.koppelwerk.ui.sharing;

import org.jspecify.annotations.NullMarked;
