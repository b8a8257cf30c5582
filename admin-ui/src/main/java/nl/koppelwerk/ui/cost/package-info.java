/** What pairings cost: entered by programme and year, with a source and all that was said before. */
@NullMarked
package nl.koppelwerk.ui.cost;

import org.jspecify.annotations.NullMarked;
