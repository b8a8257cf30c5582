/** What volunteers see and change themselves: the way in by mail, their own page, and whether it still holds. */
@NullMarked
package nl.koppelwerk.data.own;

import org.jspecify.annotations.NullMarked;
