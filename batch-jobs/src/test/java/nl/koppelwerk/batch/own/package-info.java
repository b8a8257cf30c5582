/** Asking volunteers whether their week still holds, over the days of a year. */
@NullMarked
package nl.koppelwerk.batch.own;

import org.jspecify.annotations.NullMarked;
