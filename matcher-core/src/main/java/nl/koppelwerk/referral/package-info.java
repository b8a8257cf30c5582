/** Which existing service a need can be handed over to, and what still stands in the way. */
@NullMarked
package nl.koppelwerk.referral;

import org.jspecify.annotations.NullMarked;
