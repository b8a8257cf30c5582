/** Which volunteers to look for: the list, the map and the flyers. */
@NullMarked
package nl.koppelwerk.ui.recruit;

import org.jspecify.annotations.NullMarked;
