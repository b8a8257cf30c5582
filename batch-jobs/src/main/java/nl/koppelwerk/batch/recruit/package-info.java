/** Reckons from a night which volunteers to look for. */
@NullMarked
package nl.koppelwerk.batch.recruit;

import org.jspecify.annotations.NullMarked;
