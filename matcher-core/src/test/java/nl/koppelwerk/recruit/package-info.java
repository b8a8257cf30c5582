/** What to recruit, held against trying everything. */
@NullMarked
package nl.koppelwerk.recruit;

import org.jspecify.annotations.NullMarked;
