/** What the family wishes of its volunteer. */
@NullMarked
package nl.koppelwerk.fit.wish;

import org.jspecify.annotations.NullMarked;
