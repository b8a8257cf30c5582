/** Many people at work at once, beside a nightly run: how long they wait, and where the time goes. */
@NullMarked
package nl.koppelwerk.trust.load;

import org.jspecify.annotations.NullMarked;
