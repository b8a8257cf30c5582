/** The plan between two nights, kept at hand: to answer questions about it, and to mend it after a decision. */
@NullMarked
package nl.koppelwerk.batch.standing;

import org.jspecify.annotations.NullMarked;
