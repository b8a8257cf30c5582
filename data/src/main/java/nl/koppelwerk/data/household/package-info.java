/** What a family, or who brought it, sees of its own request by a link, and what the family answers. */
@NullMarked
package nl.koppelwerk.data.household;

import org.jspecify.annotations.NullMarked;
