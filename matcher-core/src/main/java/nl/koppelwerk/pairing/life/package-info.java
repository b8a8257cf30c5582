/** What happens to a pairing after it was accepted: which step may follow which, and what has to be known for it. */
@NullMarked
package nl.koppelwerk.pairing.life;

import org.jspecify.annotations.NullMarked;
