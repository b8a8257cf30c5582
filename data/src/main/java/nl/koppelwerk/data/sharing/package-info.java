/** Which programmes share volunteers, and who agreed to be known in another programme than their own. */
@NullMarked
package nl.koppelwerk.data.sharing;

import org.jspecify.annotations.NullMarked;
