/** The pages that volunteers keep themselves: the way in by mail, the week with all that belongs to it, and one question. */
@NullMarked
package nl.koppelwerk.ui.own;

import org.jspecify.annotations.NullMarked;
