/** What the volunteer can take on: ages, number of children, weight of the case, pets. */
@NullMarked
package nl.koppelwerk.fit.limit;

import org.jspecify.annotations.NullMarked;
