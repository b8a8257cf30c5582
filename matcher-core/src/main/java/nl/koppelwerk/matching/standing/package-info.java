/** The plan between two nights: what still holds of it, and how it is mended after a decision. */
@NullMarked
package nl.koppelwerk.matching.standing;

import org.jspecify.annotations.NullMarked;
