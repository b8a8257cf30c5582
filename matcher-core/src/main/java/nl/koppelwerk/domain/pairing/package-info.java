/** A family's request with a volunteer, step by step from proposal to end. */
@NullMarked
package nl.koppelwerk.domain.pairing;

import org.jspecify.annotations.NullMarked;
