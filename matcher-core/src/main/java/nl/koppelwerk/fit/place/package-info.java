/** How far apart the two may live, and that nearer is better. */
@NullMarked
package nl.koppelwerk.fit.place;

import org.jspecify.annotations.NullMarked;
