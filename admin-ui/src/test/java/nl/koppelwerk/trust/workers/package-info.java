/** A whole night with worker processes beside it: some work, one is killed, one is frozen, one is of another version. */
@NullMarked
package nl.koppelwerk.trust.workers;

import org.jspecify.annotations.NullMarked;
