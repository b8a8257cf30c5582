/** An attacker on municipal summaries: made-up municipalities, all that was published, and what can be deduced. */
@NullMarked
package nl.koppelwerk.bench.attack;

import org.jspecify.annotations.NullMarked;
