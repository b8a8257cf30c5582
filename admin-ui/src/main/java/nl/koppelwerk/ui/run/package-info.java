/** The nightly runs: what came in, what came out, and how good it is. */
@NullMarked
package nl.koppelwerk.ui.run;

import org.jspecify.annotations.NullMarked;
