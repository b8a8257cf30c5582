/** Which volunteers to look for, as the last night reckoned it, and who waits where. */
@NullMarked
package nl.koppelwerk.data.recruit;

import org.jspecify.annotations.NullMarked;
