/** The review of a pairing: what would have happened without it, in words, then in quantities, then in euros. */
@NullMarked
package nl.koppelwerk.ui.casereview;

import org.jspecify.annotations.NullMarked;
