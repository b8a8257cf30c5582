/** What a link of a family opens, and what it does not. */
@NullMarked
package nl.koppelwerk.data.household;

import org.jspecify.annotations.NullMarked;
