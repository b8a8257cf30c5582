/** Tests of what may be decided about pairings. */
@NullMarked
package nl.koppelwerk.pairing;

import org.jspecify.annotations.NullMarked;
