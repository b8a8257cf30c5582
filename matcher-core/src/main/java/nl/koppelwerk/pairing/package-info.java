/** What coordinators decide about pairings, and the rules that hold at the moment of the decision. */
@NullMarked
package nl.koppelwerk.pairing;

import org.jspecify.annotations.NullMarked;
