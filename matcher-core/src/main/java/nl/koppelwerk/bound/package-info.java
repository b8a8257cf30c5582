/** What no plan can exceed: the exact flow relaxation, prices, the certified upper bound and its verification. */
@NullMarked
package nl.koppelwerk.bound;

import org.jspecify.annotations.NullMarked;
