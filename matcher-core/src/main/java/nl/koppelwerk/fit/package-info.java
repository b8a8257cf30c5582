/** The rules for a pair of a request and a volunteer, in one list, and what a request weighs. */
@NullMarked
package nl.koppelwerk.fit;

import org.jspecify.annotations.NullMarked;
