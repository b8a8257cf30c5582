/** Suites that try what is promised, and take too long for the build: {@code ./koppelwerk-trust}. */
@NullMarked
package nl.koppelwerk.trust;

import org.jspecify.annotations.NullMarked;
