/** One household that asks for help and gives it: known to be one, never merged. */
@NullMarked
package nl.koppelwerk.data.sides;

import org.jspecify.annotations.NullMarked;
