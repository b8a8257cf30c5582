/** What no night may wait for: whose it is, until that person says that it was dealt with. */
@NullMarked
package nl.koppelwerk.data.acute;

import org.jspecify.annotations.NullMarked;
